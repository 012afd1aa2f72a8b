import type { Corpus } from '../support/corpus.ts';
import { answered, callbackUrl, formFields, ISSUER, urlOf, withCalls } from '../support/flows.ts';
import { asked, CHALLENGE, SOUND, STATE, VERIFIER } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR22',
  valid: [{ name: 'it fits the challenge', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), { fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }) }), },
{ name: 'its value is kept as a secret', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), { fields: formFields({ grant_type: 'authorization_code', code: undefined, code_verifier: undefined }) }), },
{ name: 'there is no exchange', flow: asked(), },
{ name: 'it fits the challenge that was pushed', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })), { fields: formFields({ response_type: 'code', code_challenge: CHALLENGE, code_challenge_method: 'S256' }), body: '{"request_uri":"urn:example:1"}' }, { fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }) }), },
{ name: 'the refresh of the token has none', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), { fields: formFields({ grant_type: 'refresh_token', refresh_token: undefined }) }), }],
  invalid: [{ name: 'it is another one', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), { fields: formFields({ grant_type: 'authorization_code', code_verifier: VERIFIER.toLowerCase() }) }), findings: [] },
{ name: 'it is too short', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), { fields: formFields({ grant_type: 'authorization_code', code_verifier: 'short' }) }), findings: [] },
{ name: 'it was forgotten', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), { fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }) }), findings: [] },
{ name: 'the request had no challenge', flow: withCalls(answered(), { fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }) }), findings: [] },
{ name: 'it does not fit the challenge that was pushed', flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })), { fields: formFields({ response_type: 'code', code_challenge: CHALLENGE.toLowerCase(), code_challenge_method: 'S256' }), body: '{"request_uri":"urn:example:1"}' }, { fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }) }), findings: [] }],
};
