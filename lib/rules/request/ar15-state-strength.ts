import { quoteValue } from '../define.ts';
import { guessable, SAMPLE_VALUES } from '../guessable.ts';
import { intentIdOf } from '../intent-id.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Nobody can guess state. */
export const ar15: Rule = {
  id: 'AR15',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 sections 10.10 and 10.12',
  title: 'state carries 128 random bits; it is not a consent id, a time, a counter or a sample value.',
  check(flow) {
    const state = sent(flow, 'state');
    if (!state) return [];
    const why =
      state.value === intentIdOf(flow)
        ? 'is the id of the consent, which others know'
        : SAMPLE_VALUES.has(state.value)
          ? 'is a sample value of documentation'
          : guessable(state.value);
    if (why === undefined) return [];
    return [
      {
        message: `${state.name} ${quoteValue(state.value)} ${why}.`,
        remedy: 'Make a new one of 22 or more random base64url characters for every request.',
        at: inRequest(state.name),
      },
    ];
  },
};
