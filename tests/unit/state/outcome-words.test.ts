import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeWords } from '../../../lib/state/outcome-words.ts';
import { setMessages } from '../../../lib/state/say.ts';

describe('the words of an outcome', () => {
  test('are those of the outcome itself in English, whatever it says', () => {
    const ends = ['', ', held', ', dropped', ', released', ', released with changes'];
    const begins = [
      '',
      'Code received',
      'Stopped: ',
      'The provider answered 503',
      'access_denied',
      'constructor',
    ];
    const outcome = fc
      .tuple(fc.constantFrom(...begins), fc.string(), fc.constantFrom(...ends))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(outcome, (text) => {
        expect(outcomeWords(text)).toBe(text);
      }),
    );
    for (const begin of begins) for (const end of ends) expect(outcomeWords(begin + end)).toBe(begin + end);
  });

  test.each([
    ['Code received', 'flowCodeReceived()'],
    ['Code received, held', 'flowOutcomeHeld(flowCodeReceived())'],
    ['access_denied, released with changes', 'flowOutcomeChanged(access_denied)'],
    ['ID token by webhook, waiting for the callback', 'flowOutcomeIdTokenByWebhookWaiting()'],
    ['Stopped: net::ERR_FAILED', 'flowOutcomeStopped(net::ERR_FAILED)'],
    ['The provider answered 503', 'flowOutcomeStatus(503)'],
    ['invalid_scope', 'invalid_scope'],
  ])('of “%s” come from the messages', (outcome, words) => {
    setMessages((name, values) => `${name}(${values.join()})`);
    expect(outcomeWords(outcome)).toBe(words);
  });
});
