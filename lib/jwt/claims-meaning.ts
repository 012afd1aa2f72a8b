/** What a claim or header parameter means, and where that is written. */
export interface Meaning {
  /** One sentence. */
  readonly meaning: string;
  readonly source: string;
}

/** Claims of the tokens that OAuth and open banking use, by name. */
export const CLAIMS: Readonly<Record<string, Meaning>> = {
  iss: { meaning: 'Issuer of the token.', source: 'RFC 7519 section 4.1.1' },
  sub: {
    meaning: 'Subject: the user, or whatever else the token is about.',
    source: 'RFC 7519 section 4.1.2',
  },
  aud: {
    meaning: 'Audience: who the token is for; a recipient that is not in it rejects the token.',
    source: 'RFC 7519 section 4.1.3',
  },
  exp: { meaning: 'Expiry, in seconds since 1970.', source: 'RFC 7519 section 4.1.4' },
  nbf: {
    meaning: 'The token is not valid before this time, in seconds since 1970.',
    source: 'RFC 7519 section 4.1.5',
  },
  iat: { meaning: 'Time of issue, in seconds since 1970.', source: 'RFC 7519 section 4.1.6' },
  jti: { meaning: 'Unique ID of the token; detects replay.', source: 'RFC 7519 section 4.1.7' },
  nonce: {
    meaning: 'Ties the ID token to the request that asked for it.',
    source: 'OpenID Connect Core section 2',
  },
  auth_time: {
    meaning: 'When the user last signed in, in seconds since 1970.',
    source: 'OpenID Connect Core section 2',
  },
  acr: { meaning: 'How strongly the user was authenticated.', source: 'OpenID Connect Core section 2' },
  amr: { meaning: 'By which methods the user was authenticated.', source: 'OpenID Connect Core section 2' },
  azp: { meaning: 'The client that the ID token was issued to.', source: 'OpenID Connect Core section 2' },
  at_hash: {
    meaning: 'Left half of the hash of the access token.',
    source: 'OpenID Connect Core section 3.1.3.6',
  },
  c_hash: {
    meaning: 'Left half of the hash of the authorization code.',
    source: 'OpenID Connect Core section 3.3.2.11',
  },
  max_age: {
    meaning: 'How many seconds ago the user may have signed in at most.',
    source: 'OpenID Connect Core section 3.1.2.1',
  },
  prompt: {
    meaning: 'Whether the user must sign in or consent again.',
    source: 'OpenID Connect Core section 3.1.2.1',
  },
  login_hint: { meaning: 'Who the user probably is.', source: 'OpenID Connect Core section 3.1.2.1' },
  claims: {
    meaning: 'Which claims the client asks for, and where.',
    source: 'OpenID Connect Core section 5.5',
  },
  display: { meaning: 'How the sign-in page is shown.', source: 'OpenID Connect Core section 3.1.2.1' },
  ui_locales: { meaning: 'Languages that the user prefers.', source: 'OpenID Connect Core section 3.1.2.1' },
  acr_values: {
    meaning: 'Which kinds of authentication the client asks for.',
    source: 'OpenID Connect Core section 3.1.2.1',
  },
  id_token_hint: {
    meaning: 'An ID token of an earlier sign-in.',
    source: 'OpenID Connect Core section 3.1.2.1',
  },
  name: { meaning: "The user's full name.", source: 'OpenID Connect Core section 5.1' },
  email: { meaning: "The user's e-mail address.", source: 'OpenID Connect Core section 5.1' },
  email_verified: {
    meaning: 'Whether the e-mail address was verified.',
    source: 'OpenID Connect Core section 5.1',
  },
  phone_number: { meaning: "The user's telephone number.", source: 'OpenID Connect Core section 5.1' },
  updated_at: {
    meaning: "When the user's data last changed, in seconds since 1970.",
    source: 'OpenID Connect Core section 5.1',
  },
  sid: {
    meaning: 'The session of the user at the provider (Front-Channel Logout section 3).',
    source: 'OpenID Connect Core',
  },
  client_id: {
    meaning: 'The client that asks; it must equal the client_id beside the request object.',
    source: 'RFC 9101 section 5',
  },
  response_type: {
    meaning: 'What the client wants back (RFC 6749 section 3.1.1).',
    source: 'RFC 9101 section 4',
  },
  redirect_uri: { meaning: 'Where the answer goes (RFC 6749 section 3.1.2).', source: 'RFC 9101 section 4' },
  scope: { meaning: 'What the client wants to do (RFC 6749 section 3.3).', source: 'RFC 9101 section 4' },
  state: {
    meaning: 'Ties the answer to the request (RFC 6749 section 4.1.1).',
    source: 'RFC 9101 section 4',
  },
  response_mode: {
    meaning: 'How the answer travels (OAuth Multiple Response Types section 2.1).',
    source: 'RFC 9101 section 4',
  },
  code_challenge: {
    meaning: 'Hash of the verifier that will redeem the code (RFC 7636 section 4.2).',
    source: 'RFC 9101 section 4',
  },
  code_challenge_method: {
    meaning: 'How the hash is made; S256 (RFC 7636 section 4.3).',
    source: 'RFC 9101 section 4',
  },
  request: { meaning: 'Must not stand in a request object.', source: 'RFC 9101 section 4' },
  request_uri: { meaning: 'Must not stand in a request object.', source: 'RFC 9101 section 4' },
  s_hash: { meaning: 'Left half of the hash of state.', source: 'FAPI 1.0 Advanced section 5.1.1' },
  cnf: {
    meaning: 'The key that the token is bound to (RFC 8705 section 3.1, RFC 7800).',
    source: 'FAPI 1.0 Advanced section 5.2.2',
  },
  openbanking_intent_id: {
    meaning: 'The consent that the user is asked to authorise; asked for inside claims.',
    source: 'UK Open Banking Security Profile section 3.3',
  },
  smart_contract_address: {
    meaning: 'The smart contract on whose behalf the call is made; becomes the username.',
    source: 'Open Bank Project DAuth',
  },
  network_name: {
    meaning: 'The blockchain; dauth. and this name become the provider.',
    source: 'Open Bank Project DAuth',
  },
  msg_sender: {
    meaning: 'Who called the smart contract; not used by the server.',
    source: 'Open Bank Project DAuth',
  },
  consumer_key: {
    meaning: 'Key of the registered consumer; must be there.',
    source: 'Open Bank Project DAuth',
  },
  timestamp: {
    meaning: 'When the token was made, ISO 8601 in UTC; not checked by the server.',
    source: 'Open Bank Project DAuth',
  },
  request_id: { meaning: 'An id of the request; not used by the server.', source: 'Open Bank Project DAuth' },
};

/** Header parameters of JWS and JWE, by name. */
export const HEADER_PARAMETERS: Readonly<Record<string, Meaning>> = {
  alg: { meaning: 'The algorithm that signs or encrypts.', source: 'RFC 7515 section 4.1.1' },
  jku: {
    meaning: 'Address of the set that holds the key; not to be trusted unread.',
    source: 'RFC 7515 section 4.1.2',
  },
  jwk: { meaning: 'The public key itself; not to be trusted on its own.', source: 'RFC 7515 section 4.1.3' },
  kid: { meaning: "Which key of the issuer's it was.", source: 'RFC 7515 section 4.1.4' },
  x5u: { meaning: 'Address of the certificate; not to be trusted unread.', source: 'RFC 7515 section 4.1.5' },
  x5c: { meaning: 'The certificate and its chain.', source: 'RFC 7515 section 4.1.6' },
  x5t: { meaning: 'SHA-1 thumbprint of the certificate.', source: 'RFC 7515 section 4.1.7' },
  'x5t#S256': { meaning: 'SHA-256 thumbprint of the certificate.', source: 'RFC 7515 section 4.1.8' },
  typ: { meaning: 'What the whole token is, such as JWT.', source: 'RFC 7515 section 4.1.9' },
  cty: { meaning: 'What the payload is; JWT for a nested token.', source: 'RFC 7515 section 4.1.10' },
  crit: {
    meaning: 'Extensions that a reader must understand or refuse the token.',
    source: 'RFC 7515 section 4.1.11',
  },
  b64: { meaning: 'False when the payload is not base64url.', source: 'RFC 7797 section 3' },
  enc: { meaning: 'How the content is encrypted.', source: 'RFC 7516 section 4.1.2' },
  zip: { meaning: 'How the content was compressed before encryption.', source: 'RFC 7516 section 4.1.3' },
  epk: { meaning: "The sender's one-time public key.", source: 'RFC 7518 section 4.6.1.1' },
  apu: { meaning: 'About the sender, for the key agreement.', source: 'RFC 7518 section 4.6.1.2' },
  apv: { meaning: 'About the recipient, for the key agreement.', source: 'RFC 7518 section 4.6.1.3' },
  iv: { meaning: 'Initialization vector of the key encryption.', source: 'RFC 7518 section 4.7.1.1' },
  tag: { meaning: 'Authentication tag of the key encryption.', source: 'RFC 7518 section 4.7.1.2' },
  p2s: { meaning: 'Salt of the password.', source: 'RFC 7518 section 4.8.1.1' },
  p2c: { meaning: 'How often the password is hashed.', source: 'RFC 7518 section 4.8.1.2' },
  'http://openbanking.org.uk/iat': {
    meaning: 'When the message was signed, in seconds since 1970.',
    source: 'UK Open Banking Security Profile',
  },
  'http://openbanking.org.uk/iss': {
    meaning: 'Who signed the message.',
    source: 'UK Open Banking Security Profile',
  },
  'http://openbanking.org.uk/tan': {
    meaning: 'The trust anchor of the signing key.',
    source: 'UK Open Banking Security Profile',
  },
};

/** What a name means, or undefined when no specification of this list has it. */
export function meaningOf(place: 'header' | 'payload', name: string): Meaning | undefined {
  const table = place === 'header' ? HEADER_PARAMETERS : CLAIMS;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
