import { parseUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A note on localhost, which may be another address than the one that the application listens on. */
export const ar09: Rule = {
  id: 'AR09',
  severity: 'info',
  gate: 'base',
  source: 'RFC 8252 sections 7.3 and 8.3',
  title: 'A loopback redirect_uri names 127.0.0.1 or [::1] rather than localhost.',
  check(flow) {
    const uri = sent(flow, 'redirect_uri');
    if (!uri || parseUrl(uri.value)?.hostname !== 'localhost') return [];
    return [
      {
        message: `${uri.name} ${quoteValue(uri.value)} names localhost, which some systems resolve to [::1] and others to 127.0.0.1.`,
        remedy: 'If the callback does not arrive, let the application listen on both addresses.',
        at: inRequest(uri.name),
      },
    ];
  },
};
