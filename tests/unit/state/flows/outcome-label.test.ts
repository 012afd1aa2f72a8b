import { describe, expect, test } from 'vitest';
import { outcomeText } from '../../../../lib/export/outcome-text.ts';
import { setMessages } from '../../../../lib/i18n/t.ts';
import { outcomeLabel } from '../../../../lib/state/flows/outcome-label.ts';
import { OUTCOMES } from '../../support/outcomes.ts';

describe('the words of an outcome', () => {
  test.each(OUTCOMES)('%j', (outcome, words) => {
    expect([outcomeLabel(outcome), outcomeText(outcome)]).toEqual([words, words]);
  });

  test('come from the messages', () => {
    setMessages((name, values) => `${name}(${values.join()})`);
    expect(outcomeLabel({ kind: 'held', granted: 'code' })).toBe(
      'flowOutcomeHeld(flowOutcomeCodeReceived())',
    );
  });
});
