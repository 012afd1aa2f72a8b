import { jsonWords } from '../../jwt/json-words.ts';
import { quoteValue } from '../define.ts';
import { flatIntent, intentIdOf } from '../intent-id.ts';
import { callsOf, providerRule } from '../provider-rule.ts';
import { claimsOf, inRequest, outside, own, requestObject, sent, words } from '../request-facts.ts';
import type { Found } from '../types.ts';

const JWT = 'Leatherback, Third Party Provider integration: Create JWT URL Parameters Token';
const REDIRECT = 'Leatherback, Customer Authorization: Redirect to the Leatherback Authorization App';

/** The request object is signed as the documents say. */
export const lb01 = providerRule('leatherback', {
  id: 'LB01',
  severity: 'error',
  source: JWT,
  title: 'The request object is signed with PS256 and names its key by kid.',
  find(flow) {
    const header = requestObject(flow)?.header;
    if (!header) return [];
    const found: Found[] = [];
    const at = inRequest('request');
    if (header.alg !== 'PS256') {
      const message = `alg of the request object is ${quoteValue(jsonWords(header.alg ?? 'missing'))}; Leatherback documents PS256.`;
      found.push({ message, remedy: 'Sign with PS256; the HS256 of the samples contradicts the text.', at });
    }
    if (typeof header.kid !== 'string' || header.kid === '') {
      const message = 'kid is missing from the header of the request object.';
      found.push({ message, remedy: 'Name the key as your public JWKS does.', at });
    }
    return found;
  },
});

/** The consent is named where the documents say. A flat one has a rule of its own. */
export const lb02 = providerRule('leatherback', {
  id: 'LB02',
  severity: 'error',
  source: JWT,
  title: 'ConsentId is in claims.id_token.openbanking_intent_id.value.',
  find(flow) {
    if (!claimsOf(flow) || intentIdOf(flow) !== undefined || flatIntent(flow) !== undefined) return [];
    return [
      {
        message: 'claims.id_token.openbanking_intent_id.value is missing: the request names no consent.',
        remedy: 'Put ConsentId there, as the consent call returned it.',
        at: inRequest('openbanking_intent_id'),
      },
    ];
  },
});

/** Two spellings of a scope, one for each place. */
export const lb03 = providerRule('leatherback', {
  id: 'LB03',
  severity: 'warning',
  source: `${JWT}; Create Client Token`,
  title: 'scope is accounts in the request object and account in token calls.',
  find(flow, { catalogue }) {
    const found: Found[] = [];
    const scope = sent(flow, 'scope')?.value;
    if (claimsOf(flow) && scope !== 'accounts') {
      found.push({
        message: `scope of the request object is ${scope === undefined ? 'missing' : quoteValue(scope)}; the text says accounts.`,
        remedy: 'Send accounts.',
        at: inRequest('scope'),
      });
    }
    for (const { fields } of callsOf(flow, 'leatherback', catalogue)) {
      const asked = fields.find((field) => field.in === 'form' && field.name === 'scope')?.value;
      if (asked === undefined || asked === 'account') continue;
      found.push({
        message: `scope of the token call is ${quoteValue(asked)}; the documents say account there.`,
        remedy: 'Send account.',
        at: { part: 'call', parameter: 'scope' },
      });
    }
    return found;
  },
});

/** Somebody on the way can change state. */
export const lb04 = providerRule('leatherback', {
  id: 'LB04',
  severity: 'info',
  source: REDIRECT,
  title: 'state is outside of the signed object.',
  find(flow) {
    const state = outside(flow, 'state');
    const claims = claimsOf(flow);
    if (!state || !claims || own(claims, 'state') !== undefined) return [];
    return [
      {
        message: `state ${quoteValue(state)} is not signed, so that it can be changed on the way.`,
        remedy: 'Compare the state that comes back with the one you sent, and trust nothing else in it.',
        at: inRequest('state'),
      },
    ];
  },
});

/** The documents ask for both, although only a code comes back. */
const RESPONSE_TYPE = 'code id_token';

/** The request object asks for what the documents say. */
export const lb08 = providerRule('leatherback', {
  id: 'LB08',
  severity: 'error',
  source: JWT,
  title: `response_type of the request object is ${RESPONSE_TYPE}.`,
  find(flow) {
    const type = sent(flow, 'response_type');
    if (!claimsOf(flow) || !type || words(type.value).toSorted().join(' ') === RESPONSE_TYPE) return [];
    return [
      {
        message: `response_type is ${quoteValue(type.value)}; Leatherback documents “${RESPONSE_TYPE}”.`,
        remedy: `Set response_type to “${RESPONSE_TYPE}” in the request object.`,
        at: inRequest('response_type'),
      },
    ];
  },
});
