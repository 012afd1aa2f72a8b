import { quoteValue } from '../define.ts';
import { isAbsolute } from '../redirect-target.ts';
import { claimsOf, inRequest, own } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** Some servers, from before RFC 8707, name their APIs by a bare id. */
const BARE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A resource indicator names an API. */
export const ar43: Rule = {
  id: 'AR43',
  severity: 'error',
  gate: 'base',
  source: 'RFC 8707 section 2',
  title: 'resource is an absolute URI without a fragment.',
  check(flow) {
    const inside = own(claimsOf(flow) ?? {}, 'resource');
    const sent = (flow.request?.parameters ?? [])
      .filter(({ name, value }) => name === 'resource' && value !== '')
      .map(({ value }) => value);
    const claimed = (Array.isArray(inside) ? inside : [inside]).filter((one) => typeof one === 'string');
    return [...new Set([...sent, ...claimed])].flatMap((value): readonly Found[] => {
      const at = inRequest('resource');
      if (value.includes('#')) {
        const message = `resource ${quoteValue(value)} has a fragment.`;
        return [{ message, remedy: 'Remove # and what follows it.', at }];
      }
      if (isAbsolute(value) || BARE_ID.test(value)) return [];
      const message = `resource ${quoteValue(value)} is not an absolute URI.`;
      return [
        {
          message,
          remedy: 'Send the API’s identifier from the scheme on, such as https://api.example/.',
          at,
        },
      ];
    });
  },
};
