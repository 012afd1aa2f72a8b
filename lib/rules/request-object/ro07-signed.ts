import type { Flow } from '../../flow/types.ts';
import { jsonWords } from '../../jwt/json-words.ts';
import { inRequest, requestObject, sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** There is a request object, and it is signed. */
export const ro07: Rule = {
  id: 'RO07',
  severity: 'error',
  gate: ['fapi1', 'fapi2'],
  source: 'FAPI 1.0 Advanced sections 5.2.2-1 and 8.6',
  title: 'The request object is signed; alg is not none. FAPI 1.0 Advanced wants one in every request.',
  check(flow, { gates }) {
    const object = requestObject(flow);
    if (gates?.has('fapi1') && isPlain(flow)) return [PLAIN];
    if (object?.header === undefined || object.segments.length === 5) return [];
    const unsigned = jsonWords(object.header.alg).toLowerCase() === 'none';
    const bare = object.segments.find(({ name }) => name === 'signature')?.text === '';
    if (!unsigned && !bare) return [];
    return [
      {
        message: `The request object is not signed: ${unsigned ? 'alg is none' : 'its signature is empty'}.`,
        remedy: 'Sign it with PS256 or ES256.',
        at: inRequest('request'),
      },
    ];
  },
};

const PLAIN: Found = {
  message: 'The request has no request object, so every parameter can be changed on the way.',
  remedy: 'Send the parameters in a signed request object, in request or behind request_uri.',
  at: inRequest('request'),
};

/** True for a request that was seen and carries no request object, neither by value nor by reference. */
function isPlain(flow: Flow): boolean {
  return flow.request !== undefined && !sent(flow, 'request') && !sent(flow, 'request_uri');
}
