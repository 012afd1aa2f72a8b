import { quoteValue } from '../define.ts';
import { inRequest, sentText, words } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Core section 3.1.2.1, and Initiating User Registration via OpenID Connect 1.0. */
const KNOWN = ['none', 'login', 'consent', 'select_account', 'create'];

/** prompt says what is meant. */
export const ar44: Rule = {
  id: 'AR44',
  severity: 'warning',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 section 3.1.2.1',
  title: 'prompt is made of none, login, consent, select_account and create, with single spaces between.',
  check(flow) {
    const prompt = sentText(flow, 'prompt');
    const odd = words(prompt).find((word) => !KNOWN.includes(word));
    if (prompt === undefined || odd === undefined) return [];
    const letters = odd.toLowerCase().replace(/[^a-z]/g, '');
    const meant = /[,;|+]/.test(odd) || KNOWN.some((one) => one.replace('_', '') === letters);
    return [
      {
        // Providers define values of their own.
        ...(meant ? {} : { severity: 'info' as const }),
        message: `prompt has ${quoteValue(odd)}, which OpenID does not define.`,
        remedy: `Send ${KNOWN.join(', ')} with a space between several; otherwise check that the provider documents the value.`,
        at: inRequest('prompt'),
      },
    ];
  },
};
