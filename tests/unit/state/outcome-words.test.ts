import { describe, expect, test } from 'vitest';
import { outcomeText } from '../../../lib/export/outcome-text.ts';
import { outcomeWords } from '../../../lib/state/outcome-words.ts';
import { setMessages } from '../../../lib/state/say.ts';
import { OUTCOMES } from '../support/outcomes.ts';

describe('the words of an outcome', () => {
  test.each(OUTCOMES)('%j', (outcome, words) => {
    expect([outcomeWords(outcome), outcomeText(outcome)]).toEqual([words, words]);
  });

  test('come from the messages', () => {
    setMessages((name, values) => `${name}(${values.join()})`);
    expect(outcomeWords({ kind: 'held', granted: 'code' })).toBe(
      'flowOutcomeHeld(flowOutcomeCodeReceived())',
    );
  });
});
