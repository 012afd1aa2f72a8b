import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, NOW_SECONDS, tokenOf } from '../support/flows.ts';


export const corpus: Corpus = {
  rule: 'CB32',
  valid: [{ name: 'sub is a short text', flow: answered(authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }), callbackUrl({ id_token: tokenOf({ iss: ISSUER, sub: 'jane', aud: 'c1', iat: NOW_SECONDS, exp: NOW_SECONDS + 300, nonce: 'n1' }) }, '#')), }],
  invalid: [{ name: 'it is a number', flow: answered(authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }), callbackUrl({ id_token: tokenOf({ iss: ISSUER, aud: 'c1', iat: NOW_SECONDS, exp: NOW_SECONDS + 300, nonce: 'n1', sub: 248289761001 }) }, '#')), findings: [] },
{ name: 'it is too long', flow: answered(authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }), callbackUrl({ id_token: tokenOf({ iss: ISSUER, aud: 'c1', iat: NOW_SECONDS, exp: NOW_SECONDS + 300, nonce: 'n1', sub: 'x'.repeat(256) }) }, '#')), findings: [] },
{ name: 'it is empty', flow: answered(authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }), callbackUrl({ id_token: tokenOf({ iss: ISSUER, aud: 'c1', iat: NOW_SECONDS, exp: NOW_SECONDS + 300, nonce: 'n1', sub: '' }) }, '#')), findings: [] },
{ name: 'it is not ASCII', flow: answered(authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }), callbackUrl({ id_token: tokenOf({ iss: ISSUER, aud: 'c1', iat: NOW_SECONDS, exp: NOW_SECONDS + 300, nonce: 'n1', sub: 'müller' }) }, '#')), findings: [] }],
};
