import { endedAtProvider } from '../../flow/ended-at-provider.ts';
import { isAtRedirectUri } from '../../oauth/redirect-uri.ts';
import { originOf } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** A logout leads back to where it was asked to. */
export const lo03: Rule = {
  id: 'LO03',
  severity: 'warning',
  gate: 'base',
  source: 'OpenID Connect RP-Initiated Logout 1.0 sections 3 and 4',
  title: 'A logout leads back to the address that it names.',
  check(flow) {
    const { logout, returned, hops, abandoned } = flow;
    const status = hops.at(-1)?.status;
    // Without a client's name the provider cannot lead back, which another rule says.
    const named = logout?.hint || logout?.clientId !== undefined;
    const over =
      abandoned !== undefined || (status !== undefined && status >= 400) || (named && endedAtProvider(flow));
    if (!logout?.returnUri || returned) return [];
    const { name, value } = logout.returnUri;
    const elsewhere = hops.at(-1)?.url ?? '';
    if (!over && hops.length > 1 && status !== undefined && isOtherPage(elsewhere, value)) {
      return [
        {
          message: `The logout led to ${quoteValue(elsewhere)}, not to ${name} ${quoteValue(value)}.`,
          remedy: `Send ${name} exactly as it is registered; the provider uses another address that it knows.`,
          at: { part: 'request', parameter: name },
        },
      ];
    }
    if (!over) return [];
    const answer = status === undefined ? 'did not answer' : `answered ${status}`;
    return [
      {
        message: `The provider ${answer} and did not lead back to ${name} ${quoteValue(value)}.`,
        remedy: `Compare ${name} with the addresses that are registered for logout; those of the sign-in do not count.`,
        at: { part: 'request', parameter: name },
      },
    ];
  },
};

/** True for another page of the application that the logout was to lead back to. */
function isOtherPage(url: string, wanted: string): boolean {
  return originOf(url) === originOf(wanted) && !isAtRedirectUri(url, wanted);
}
