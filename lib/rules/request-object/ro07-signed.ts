import { inRequest, requestObject } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The request object is signed. */
export const ro07: Rule = {
  id: 'RO07',
  severity: 'error',
  gate: ['fapi1', 'fapi2'],
  source: 'FAPI 1.0 Advanced sections 5.2.2-1 and 8.6',
  title: 'The request object is signed; alg is not none.',
  check(flow) {
    const object = requestObject(flow);
    if (object?.header === undefined || object.segments.length === 5) return [];
    const unsigned = String(object.header.alg).toLowerCase() === 'none';
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
