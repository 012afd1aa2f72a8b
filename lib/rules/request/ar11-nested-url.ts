import { parseParameters } from '../../oauth/parameters.ts';
import { splitUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The redirect URI does not send people on to an address that it is given. */
export const ar11: Rule = {
  id: 'AR11',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 9700 section 4.11.1',
  title: 'redirect_uri carries no address of another page.',
  check(flow) {
    const uri = sent(flow, 'redirect_uri');
    if (!uri) return [];
    const nested = parseParameters(splitUrl(uri.value).query ?? '').filter(({ value }) =>
      /^(https?:)?\/\//i.test(value),
    );
    return nested.slice(0, 1).map(({ name, value }) => ({
      message: `${uri.name} carries the address ${quoteValue(value)} in its parameter ${name}: a page that redirects to it hands the code to anybody who chooses that address.`,
      remedy: 'Keep the address in the session or in state, and compare it with a list.',
      at: inRequest(uri.name),
    }));
  },
};
