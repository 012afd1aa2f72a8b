import { base64url, type Json, ofToken, SECONDS, token } from '../support/journeys.ts';
import { AS, CLIENT, idToken, type Mistake, OBJECT } from '../support/sound.ts';
import { dauthToken } from './provider-mistakes.ts';

type TokenOptions = NonNullable<Parameters<typeof ofToken>[1]>;

const one = (
  rule: string,
  name: string,
  text: string,
  options: TokenOptions = {},
  also: readonly string[] = [],
): Mistake => ({
  rule,
  name,
  findings: () => ofToken(text, options),
  also,
});

const id = (rule: string, name: string, claims: Json, header: Json = {}, bytes?: number): Mistake =>
  one(rule, name, idToken(claims, header, bytes), { kind: 'id_token' });

const parts = (text: string): readonly [string, string, string] => {
  const [head = '', body = '', tail = ''] = text.split('.');
  return [head, body, tail];
};

const [HEAD, BODY, TAIL] = parts(idToken());

const assertion = (claims: Json = {}, header: Json = {}): string =>
  token(
    { iss: CLIENT, sub: CLIENT, aud: AS, jti: 'a-7', iat: SECONDS, exp: SECONDS + 60, ...claims },
    header,
  );

/** Tokens by themselves, each with one mistake. */
export const TOKEN_MISTAKES: readonly Mistake[] = [
  one('JW01', 'two parts', `${HEAD}.${BODY}`),
  one('JW01', 'four parts', `${HEAD}.${BODY}.${TAIL}.x`),
  one('JW01', 'padding', `${HEAD}=.${BODY}.${TAIL}`),
  one('JW01', 'a plus sign', `${HEAD}.${BODY}.${TAIL.slice(0, -1)}+`),
  one('JW01', 'a line break inside', `${HEAD}.${BODY.slice(0, 20)}\n${BODY.slice(20)}.${TAIL}`),
  one('JW01', 'a quotation mark before', `"${HEAD}.${BODY}.${TAIL}`),
  one('JW02', 'a payload that is text', `${HEAD}.${base64url('hello')}.${TAIL}`),
  one('JW02', 'a payload that is a list', `${HEAD}.${base64url('[1]')}.${TAIL}`),
  one('JW02', 'a header that is cut off', `${base64url('{"alg":"PS256"')}.${BODY}.${TAIL}`),
  one('JW02', 'exp twice', `${HEAD}.${base64url('{"exp":1,"exp":2}')}.${TAIL}`),
  one('JW02', 'alg twice', `${base64url('{"alg":"PS256","alg":"none"}')}.${BODY}.${TAIL}`, {}, ['JW03']),
  one('JW02', 'single quotes', `${HEAD}.${base64url("{'iss':'x'}")}.${TAIL}`),
  id('JW03', 'alg none', {}, { alg: 'none' }),
  id('JW03', 'alg None', {}, { alg: 'None' }, 0),
  id('JW03', 'no alg', {}, { alg: undefined }),
  id('JW03', 'rs256', {}, { alg: 'rs256' }),
  id('JW03', 'RS-256', {}, { alg: 'RS-256' }),
  id('JW03', 'SHA256', {}, { alg: 'SHA256' }),
  id('JW03', 'a numeric alg', {}, { alg: 256 }),
  id('JW06', 'ES256 as DER', {}, { alg: 'ES256' }, 70),
  id('JW06', 'ES384 with 64 bytes', {}, { alg: 'ES384' }, 64),
  id('JW06', 'HS256 with 64 bytes', {}, { alg: 'HS256' }, 64),
  id('JW06', 'EdDSA with 63 bytes', {}, { alg: 'EdDSA' }, 63),
  id('JW06', 'RS256 with 255 bytes', {}, { alg: 'RS256' }, 255),
  id('JW06', 'PS256 with 31 bytes', {}, { alg: 'PS256' }, 31),
  id('JW13', 'jku', {}, { jku: 'https://evil.example/jwks' }),
  id('JW13', 'x5u', {}, { x5u: 'https://evil.example/c.pem' }),
  id('JW14', 'crit of an unknown name', {}, { crit: ['urn:x'], 'urn:x': 1 }),
  id('JW14', 'crit without the member', {}, { crit: ['b64'] }),
  id('JW14', 'crit that is no list', {}, { crit: 'b64' }),
  id('JW15', 'exp as text', { exp: String(SECONDS + 60) }),
  id('JW15', 'exp in milliseconds', { exp: (SECONDS + 60) * 1_000 }),
  id('JW15', 'iat as a date', { iat: '2027-01-15T08:00:00Z' }),
  id('JW15', 'nbf as true', { nbf: true }),
  id('JW15', 'auth_time as text', { auth_time: '1800000000' }),
  id('JW15', 'exp in microseconds', { exp: (SECONDS + 60) * 1_000_000 }),
  id('JW16', 'a negative exp', { exp: -1 }),
  id('JW16', 'exp before iat', { iat: SECONDS, exp: SECONDS - 60 }),
  id('JW16', 'nbf after exp', { nbf: SECONDS + 3_600, exp: SECONDS + 60 }),
  id('JW17', 'a password', { password: 'hunter2' }),
  id('JW17', 'a client_secret', { client_secret: 's' }),
  id('JW17', 'a card', { card_number: '4111111111111111' }),
  id('JW17', 'an API key', { api_key: 'AIza-7' }),
  one('JW20', 'RSA1_5', [base64url('{"alg":"RSA1_5","enc":"A256GCM"}'), 'QQ', 'QQ', 'QQ', 'QQ'].join('.')),
  one(
    'JW09',
    'the secret of jwt.io',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
  ),
  one(
    'JW04',
    'an assertion under HS256 where a public key is expected',
    token({ ...OBJECT }, { alg: 'HS256' }),
    { kind: 'request object' },
  ),
  one('JW05', 'RS256 under FAPI', idToken({}, { alg: 'RS256' }), {
    kind: 'id_token',
    gates: new Set(['base', 'fapi1']),
  } as TokenOptions),
  one('JW05', 'PS384 under FAPI 2', assertion({}, { alg: 'PS384' }), {
    kind: 'client assertion',
    gates: new Set(['base', 'fapi2']),
  } as TokenOptions),
  one('JW15', 'a DAuth token whose exp is text', dauthToken({ exp: 'tomorrow' })),
];

/** Tokens by themselves without a mistake. */
export const SOUND_TOKENS: readonly (readonly [name: string, text: string, options?: TokenOptions])[] = [
  ['an id_token', idToken(), { kind: 'id_token' }],
  ['an id_token of HS256', idToken({}, { alg: 'HS256', kid: undefined }), { kind: 'id_token' }],
  [
    'an access token',
    token(
      {
        iss: AS,
        sub: 'u',
        aud: 'api',
        client_id: CLIENT,
        scope: 'a b',
        iat: SECONDS,
        exp: SECONDS + 60,
        jti: 'j',
      },
      { typ: 'at+jwt', alg: 'RS256' },
    ),
    { kind: 'access token' },
  ],
  ['an access token of HS512', token({ sub: 'u', exp: SECONDS + 60 }, { alg: 'HS512', kid: undefined })],
  ['a client assertion', assertion(), { kind: 'client assertion' }],
  [
    'a client assertion with x5t',
    assertion({}, { x5t: 'abc', 'x5t#S256': 'def', alg: 'RS256' }),
    { kind: 'client assertion' },
  ],
  ['a request object', token({ ...OBJECT }, { typ: 'oauth-authz-req+jwt' }), { kind: 'request object' }],
  [
    'a logout token',
    token(
      {
        iss: AS,
        sub: 'u',
        aud: CLIENT,
        iat: SECONDS,
        exp: SECONDS + 120,
        jti: 'j',
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      },
      { typ: 'logout+jwt', alg: 'RS256' },
    ),
  ],
  [
    'an encrypted token',
    [base64url('{"alg":"RSA-OAEP-256","enc":"A256GCM"}'), 'QQ', 'QQ', 'QQ', 'QQ'].join('.'),
  ],
  [
    'an encrypted token of ECDH-ES',
    [
      base64url(
        '{"alg":"ECDH-ES","enc":"A128CBC-HS256","epk":{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}',
      ),
      '',
      'QQ',
      'QQ',
      'QQ',
    ].join('.'),
  ],
  ['times with a fraction', token({ iat: SECONDS + 0.5, exp: SECONDS + 60.25 }, { alg: 'RS256' })],
];
