import { quoteValue } from '../define.ts';
import { guessable, SAMPLE_VALUES } from '../guessable.ts';
import { inRequest, isOwnProvider, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Nobody can guess the nonce. */
export const ar40: Rule = {
  id: 'AR40',
  severity: 'warning',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 3.1.2.1 and 15.5.2',
  title: 'nonce is random; it is not a time, a counter, plain data or a sample value.',
  check(flow, context) {
    const nonce = sent(flow, 'nonce');
    if (!nonce || isOwnProvider(context)) return [];
    const why = SAMPLE_VALUES.has(nonce.value)
      ? 'is a sample value of documentation'
      : nonce.value === sent(flow, 'state')?.value
        ? 'is the same value as state, so one cannot protect the other'
        : guessable(nonce.value);
    if (why === undefined) return [];
    return [
      {
        message: `${nonce.name} ${quoteValue(nonce.value)} ${why}.`,
        remedy: 'Make a new one of 22 or more random base64url characters for every request.',
        at: inRequest(nonce.name),
      },
    ];
  },
};
