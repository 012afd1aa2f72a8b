import { inRequest, requestObject } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Characters of a URL from which on some servers and proxies cut or refuse it. */
const LONG_URL = 2_000;

/** A long request travels by reference. */
export const ar32: Rule = {
  id: 'AR32',
  severity: 'info',
  gate: 'jar',
  source: 'RFC 9101 section 5.2; RFC 9126 section 1',
  title: 'An authorization URL with a request object is not too long to pass.',
  check(flow) {
    const length = flow.request?.url.length ?? 0;
    if (!requestObject(flow) || length <= LONG_URL) return [];
    return [
      {
        message: `The URL has ${length} characters with its request object; some servers and proxies stop at ${LONG_URL}.`,
        remedy: 'Push the request (PAR) or send it by request_uri.',
        at: inRequest('request'),
      },
    ];
  },
};
