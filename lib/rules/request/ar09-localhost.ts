import { parseUrl } from '../../oauth/url.ts';
import { quote } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A loopback redirect names the address, not localhost. */
export const ar09: Rule = {
  id: 'AR09',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 8252 sections 7.3 and 8.3',
  title: 'A loopback redirect_uri uses 127.0.0.1 or [::1], not localhost.',
  check(flow) {
    const uri = sent(flow, 'redirect_uri');
    if (!uri || parseUrl(uri.value)?.hostname !== 'localhost') return [];
    return [
      {
        message: `${uri.name} ${quote(uri.value)} names localhost, which may lead to another interface or be blocked.`,
        remedy: 'Use 127.0.0.1 or [::1]; only the port may differ from the registered one.',
        at: inRequest(uri.name),
      },
    ];
  },
};
