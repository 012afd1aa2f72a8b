import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

const LONGEST = 512;

/** A reference can be followed, safely, by any server. */
export const ro23: Rule = {
  id: 'RO23',
  severity: 'error',
  gate: 'jar',
  source: 'RFC 9101 section 5.2',
  title: 'request_uri is an https URL or a urn of at most 512 ASCII characters.',
  check(flow) {
    const uri = sent(flow, 'request_uri');
    if (!uri) return [];
    const foreign = !/^(https:\/\/|urn:)/i.test(uri.value);
    const why = foreign
      ? 'is neither an https URL nor a urn'
      : /[^\x21-\x7e]/.test(uri.value)
        ? 'has characters other than printable ASCII'
        : uri.value.length > LONGEST
          ? `has ${uri.value.length} characters; servers need not take more than ${LONGEST}`
          : undefined;
    if (why === undefined) return [];
    return [
      {
        ...(foreign ? {} : { severity: 'warning' as const }),
        message: `${uri.name} ${quoteValue(uri.value)} ${why}.`,
        remedy: 'Use the request_uri of a pushed request, or a short https URL.',
        at: inRequest(uri.name),
      },
    ];
  },
};
