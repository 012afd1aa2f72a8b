import { inRequest, outside } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A request travels by value or by reference. */
export const ro01: Rule = {
  id: 'RO01',
  severity: 'error',
  gate: 'jar',
  source: 'RFC 9101 section 5',
  title: 'request and request_uri are not sent together.',
  check(flow) {
    if (!outside(flow, 'request') || !outside(flow, 'request_uri')) return [];
    return [
      {
        message: 'request and request_uri are both sent; the server cannot tell which one to read.',
        remedy: 'Send one of them.',
        at: inRequest('request_uri'),
      },
    ];
  },
};
