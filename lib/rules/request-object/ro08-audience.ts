import { quoteJson, quoteValue } from '../define.ts';
import { claimsOf, inRequest, opened, own } from '../request-facts.ts';
import type { Rule, Severity } from '../types.ts';

/** The request object names the server that it is for, so that another one cannot be given it. */
export const ro08: Rule = {
  id: 'RO08',
  severity: 'warning',
  gate: ['jar', 'fapi1', 'fapi2'],
  source:
    'RFC 9101 section 4; FAPI 1.0 Advanced sections 5.2.2-15 and 5.2.3-10; FAPI 2.0 Message Signing section 5.3.2-2',
  title: 'aud of the request object is the issuer identifier of the authorization server.',
  check(flow, context) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const { profile, issuer } = context;
    const aud = own(claims, 'aud');
    const undocumented =
      profile?.requestObject?.use === 'always' && !profile.requestObject.made.includes('aud');
    const strict = opened(context, 'fapi1', 'fapi2');
    const at = inRequest('aud');
    if (aud === undefined) {
      const severity: Severity = strict ? 'error' : undocumented ? 'info' : 'warning';
      const remedy = undocumented
        ? 'The provider documents none; add it when it asks for it.'
        : 'Add the issuer identifier of the server as aud.';
      return [{ severity, message: 'aud is missing from the request object.', remedy, at }];
    }
    const list = Array.isArray(aud) ? aud : [aud];
    if (issuer === undefined || list.includes(issuer)) return [];
    return [
      {
        severity: strict ? 'error' : 'warning',
        message: `aud of the request object is ${list.map(quoteJson).join(', ')}; the issuer is ${quoteValue(issuer)}.`,
        remedy: 'Use the issuer identifier, character for character; it is not the URL of an endpoint.',
        at,
      },
    ];
  },
};
