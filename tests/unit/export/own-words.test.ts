import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isOwnWord } from '../../../lib/export/redaction/own-words.ts';

it('knows every enumerated word of a flow, so that a redacted session can be imported', () => {
  const source = readFileSync(new URL('../../../lib/export/session/read-flow.ts', import.meta.url), 'utf8');
  const words = [...source.matchAll(/(?:'([^'\n]+)'|\b(\w+)): true\b/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((word) => !isOwnWord(word))).toEqual([]);
});
