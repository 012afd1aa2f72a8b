import { claimsOf, documentedInside, inRequest, opened, outside, requestObject } from '../request-facts.ts';
import type { Rule, Severity } from '../types.ts';

/** `typ` of a request object (RFC 9101 section 10.8), whose prefix may be there (RFC 7515 section 4.1.9). */
const JAR_TYPE = /^(?:application\/)?oauth-authz-req\+jwt$/i;

/** OpenID Connect wants the request to be a valid OAuth request without its object, too. */
export const ro04: Rule = {
  id: 'RO04',
  severity: 'error',
  gate: ['fapi1', 'oidc'],
  source: 'FAPI 1.0 Advanced section 5.2.3-9; OpenID Connect Core 1.0 section 6.1',
  title: 'response_type, client_id and scope are repeated beside a request object that is not pushed.',
  check(flow, context) {
    if (!claimsOf(flow)) return [];
    // client_id has a rule of its own.
    const missing = ['response_type', 'scope'].filter((name) => !outside(flow, name));
    const [first] = missing;
    if (first === undefined) return [];
    const inside = missing.every((name) => documentedInside(context, name));
    // RFC 9101 section 5 no longer asks for them, and an object of its type says that it is meant.
    const newer = JAR_TYPE.test(String(requestObject(flow)?.header?.typ ?? ''));
    const severity: Severity = opened(context, 'fapi1') ? 'error' : inside || newer ? 'info' : 'warning';
    return [
      {
        severity,
        message: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing beside the request object.`,
        remedy: inside
          ? 'The provider documents them inside only; an OpenID provider may refuse the request.'
          : severity === 'info'
            ? 'RFC 9101 does not ask for them; repeat them for an OpenID provider that refuses the request without them.'
            : 'Repeat them in the query, with the values that the object has.',
        at: inRequest(first),
      },
    ];
  },
};
