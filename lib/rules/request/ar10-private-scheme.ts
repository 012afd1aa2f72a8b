import { quoteValue } from '../define.ts';
import { hasPrivateScheme } from '../redirect-target.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** A scheme of an application's own is one that nobody else picks. */
export const ar10: Rule = {
  id: 'AR10',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 8252 section 7.1',
  title: 'A private-use scheme is a reversed domain name with a single slash after it.',
  check(flow) {
    const uri = sent(flow, 'redirect_uri');
    if (!uri || !hasPrivateScheme(uri.value)) return [];
    const scheme = uri.value.slice(0, uri.value.indexOf(':'));
    const found: Found[] = [];
    if (!scheme.includes('.')) {
      found.push({
        message: `${uri.name} ${quoteValue(uri.value)} has the scheme ${quoteValue(scheme)}, which any other application may claim.`,
        remedy:
          'Let only PKCE protect the code here; for a new application choose a domain that you own in reverse (com.example.app).',
        at: inRequest(uri.name),
      });
    }
    if (uri.value.slice(scheme.length + 1).startsWith('//')) {
      found.push({
        message: `${uri.name} ${quoteValue(uri.value)} has two slashes after its scheme, as if a host followed.`,
        remedy: 'Compare it with what is registered; RFC 8252 writes one slash (com.example.app:/callback).',
        at: inRequest(uri.name),
      });
    }
    return found;
  },
};
