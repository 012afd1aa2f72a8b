import { jsonWords } from '../../jwt/json-words.ts';
import { quoteValue } from '../define.ts';
import { inRequest, opened, requestObject } from '../request-facts.ts';
import type { Rule } from '../types.ts';

const TYPE = 'oauth-authz-req+jwt';

/**
 * The object says what it is. FAPI 2.0 asks for the type; elsewhere only a type that says something else is told, as JWT
 * and none at all are common and allowed.
 */
export const ro14: Rule = {
  id: 'RO14',
  severity: 'info',
  gate: ['jar', 'fapi2'],
  source: 'RFC 9101 section 10.8; RFC 8725 section 3.11; FAPI 2.0 Message Signing section 5.3.2-5',
  title: 'typ of the request object is oauth-authz-req+jwt.',
  check(flow, context) {
    const header = requestObject(flow)?.header;
    if (!header) return [];
    const { typ } = header;
    const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : undefined;
    if (type === TYPE) return [];
    const must = opened(context, 'fapi2');
    if (!must && (typ === undefined || type === 'jwt')) return [];
    return [
      {
        ...(must ? { severity: 'warning' as const } : {}),
        message: `typ of the request object is ${typ === undefined ? 'missing' : quoteValue(jsonWords(typ))}.`,
        remedy: `Set typ to ${TYPE}, so that it is taken for nothing else.`,
        at: inRequest('request'),
      },
    ];
  },
};
