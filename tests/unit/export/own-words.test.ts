import { expect, it } from 'vitest';
import { isOwnWord } from '../../../lib/export/redaction/own-words.ts';
import { FlowSchema } from '../../../lib/flow/schema/flow-schema.ts';
import { wordsOfSchema } from '../support/schema-words.ts';

it('knows every enumerated word of a flow, so that a redacted session can be imported', () => {
  const words = [...wordsOfSchema(FlowSchema)];
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((word) => !isOwnWord(word))).toEqual([]);
});
