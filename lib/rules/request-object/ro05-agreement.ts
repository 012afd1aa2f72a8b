import type { Json } from '../../jwt/types.ts';
import { quoteValue } from '../define.ts';
import { claimsOf, inRequest, own, words } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** Their own rules look at these. */
const ELSEWHERE: ReadonlySet<string> = new Set(['request', 'request_uri', 'client_id']);
const LISTS: ReadonlySet<string> = new Set(['scope', 'response_type', 'prompt', 'acr_values', 'ui_locales']);

/** What is said twice is said alike. */
export const ro05: Rule = {
  id: 'RO05',
  severity: 'error',
  gate: 'jar',
  source: 'RFC 9101 section 6.3; OpenID Connect Core 1.0 section 6.1',
  title: 'Parameters beside the request object agree with its claims.',
  check(flow) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    return (flow.request?.parameters ?? []).flatMap(({ name, value }): readonly Found[] => {
      const claim = own(claims, name);
      if (ELSEWHERE.has(name) || value === '' || claim === undefined) return [];
      const inside = typeof claim === 'string' ? claim : JSON.stringify(claim);
      if (same(name, value, claim, inside)) return [];
      return [
        {
          // OpenID Connect Core section 6.1 demands equality of response_type and client_id alone.
          ...(name === 'response_type' ? {} : { severity: 'warning' as const }),
          message: `${name} is ${quoteValue(value)} in the query and ${quoteValue(inside)} in the request object; the server reads the second.`,
          remedy: 'Send the same value in both places, or only in the request object.',
          at: inRequest(name),
        },
      ];
    });
  },
};

function same(name: string, value: string, claim: Json, inside: string): boolean {
  if (value === inside) return true;
  // OpenID Connect Core section 6.1: scope is repeated outside at least as openid.
  if (name === 'scope') return words(value).every((word) => words(inside).includes(word));
  if (LISTS.has(name)) return sorted(value) === sorted(inside);
  return typeof claim === 'object' && compact(value) === inside;
}

function sorted(list: string): string {
  return [...words(list)].sort().join(' ');
}

function compact(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}
