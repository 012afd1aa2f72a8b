/** Everything this sandbox finds wrong with an authorization request: a sentence, and what to do. */
export const PROBLEMS = {
  request_missing: ['The parameter request is missing.', 'Send the signed request object as ?request=<JWT>.'],
  request_repeated: ['The parameter request was sent more than once.', 'Send it exactly once.'],
  state_missing: [
    'The parameter state is missing or empty.',
    'Add &state=<a new random value> after the request.',
  ],
  state_repeated: ['The parameter state was sent more than once.', 'Send it exactly once.'],
  request_whitespace: [
    'The request contains white space, which makes its signature invalid.',
    'Remove the space; the sample URL in the guide has one before &state.',
  ],
  request_malformed: [
    'The request is not a signed JWT.',
    'Send three base64url parts, joined by dots: header, payload and signature.',
  ],
  alg_none: ['The request is not signed: its alg is none.', 'Sign it with PS256.'],
  alg_symmetric: [
    'The request is signed with a shared secret (HS256, HS384 or HS512).',
    "Sign it with PS256 and the private key of your signing certificate; the guide's samples use HS256, its text asks for PS256.",
  ],
  alg_unsupported: ['The request is signed with an algorithm other than PS256.', 'Sign it with PS256.'],
  kid_missing: ['The header of the request has no kid.', 'Add the kid of your signing key to the header.'],
  client_id_missing: ['The request has no client_id.', 'Add the ClientId you received when you registered.'],
  client_unknown: [
    'The client_id is not registered at this sandbox.',
    'Register with POST /api/account/registration, or use the sandbox client.',
  ],
  kid_unknown: [
    'No registered key of this client has the kid of the request.',
    'Register the public key: PUT /sandbox/jwks?client_id=<client_id> with {"keys":[<public JWK>]}.',
  ],
  signature_invalid: [
    'The signature does not verify with the registered key.',
    'Sign with the private key that belongs to the registered public key, and send the JWT unchanged.',
  ],
  not_yet_valid: [
    'The request is not valid yet: its nbf lies in the future.',
    'Use the current time for nbf.',
  ],
  expired: ['The request has expired: its exp lies in the past.', 'Sign a new request.'],
  time_invalid: ['nbf or exp is not a number of seconds.', 'Use seconds since 1970 as a JSON number.'],
  response_type_missing: ['The request has no response_type.', 'Add response_type "code id_token".'],
  response_type_invalid: ['The response_type is not "code id_token".', 'Use response_type "code id_token".'],
  redirect_uri_missing: ['The request has no redirect_uri.', 'Add the address that receives the answer.'],
  redirect_uri_invalid: [
    'The redirect_uri is not an absolute URI without a fragment.',
    'Use an https address, or a scheme of your mobile application.',
  ],
  scope_missing: ['The request has no scope.', 'Add scope "accounts".'],
  scope_invalid: [
    'The scope is not "accounts".',
    'Use "accounts"; "account" is the scope of the token endpoint.',
  ],
  intent_missing: [
    'The request has no claims.id_token.openbanking_intent_id.value.',
    'Create a consent and put its ConsentId there.',
  ],
  intent_flat: [
    'openbanking_intent_id stands at the top level of the request.',
    'Move it to claims.id_token.openbanking_intent_id.value; the sample in the guide is flat, its text is not.',
  ],
  intent_unknown: [
    'The ConsentId does not exist for this client.',
    'Create one with POST /account-access-consents, or use 59189091-545b-40de-93a3-4166c9ae2d90.',
  ],
  intent_expired: [
    'The consent has expired: its ExpirationDateTime lies in the past.',
    'Create a consent with ExpirationDateTime in the future.',
  ],
  intent_decided: [
    'The consent was granted or denied already.',
    'Create a new one with POST /account-access-consents; a consent is authorized once.',
  ],
} as const satisfies Record<string, readonly [sentence: string, remedy: string]>;

/** The code of one problem. */
export type ProblemCode = keyof typeof PROBLEMS;
