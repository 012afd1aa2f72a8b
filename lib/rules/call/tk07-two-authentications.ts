import { quoteCall } from '../define.ts';
import { tokenCallsOf } from '../exchanges.ts';
import { pushesOf } from '../pushed-request.ts';
import type { Found, Rule } from '../types.ts';

/** The client authenticates in one way. */
export const tk07: Rule = {
  id: 'TK07',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 2.3; RFC 7521 section 4.2',
  title: 'A call uses one client authentication: Basic, client_secret or client_assertion.',
  check(flow) {
    return [...tokenCallsOf(flow), ...pushesOf(flow)].flatMap(({ name, fields }): readonly Found[] => {
      const used = fields.flatMap((field) => {
        const inHeader = field.in === 'header' && field.name.toLowerCase() === 'authorization';
        if (inHeader && /^(?:Bearer|DPoP) /i.test(field.value ?? '')) return [];
        if (inHeader) return ['the Authorization header'];
        return field.name === 'client_secret' || field.name === 'client_assertion' ? [field.name] : [];
      });
      const ways = [...new Set(used)];
      if (ways.length < 2) return [];
      return [
        {
          message: `${quoteCall({ name }, 'The')} authenticates the client by ${ways.join(' and ')} at once.`,
          remedy: 'Send one of them, the one that the client is registered for (token_endpoint_auth_method).',
          at: {
            part: 'call',
            parameter: ways.find((way) => way !== 'the Authorization header') ?? 'Authorization',
          },
        },
      ];
    });
  },
};
