import type { Flow } from '../../../../lib/flow/types.ts';
import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { JsonObject } from '../../../../lib/jwt/types.ts';
import { tokenHash } from '../../../../lib/oauth/token-hash.ts';
import type { ConformanceProfile, RuleContext } from '../../../../lib/rules/types.ts';
import { answered, formFields, NOW, NOW_SECONDS, requested, tokenOf, urlOf, withCalls } from './flows.ts';
import { CHALLENGE, VERIFIER } from './request-flows.ts';

/** A flow that is sound but for one mistake, and the rule that must find it. */
export interface Mistake {
  readonly rule: string;
  readonly name: string;
  readonly flow: Flow;
  readonly gates?: readonly ConformanceProfile[];
  readonly context?: Partial<RuleContext>;
  /** Other rules that the same mistake breaks. */
  readonly also?: readonly string[];
}

type Fields = Readonly<Record<string, string | undefined>>;

const AS = 'https://login.bank.example';
const APP = 'https://tpp.example/oauth/return';
const STATE = 'Vd8wK2nQ5yXr0LbT7mZc3e';
const NONCE = 'q1Jf6Hs9UgPa4RtNxYk0Wo';
const CODE = 'Zr7QmB2vX9tLk4Hs';

const SOUND = {
  response_type: 'code',
  client_id: 'tpp-4711',
  redirect_uri: APP,
  scope: 'openid accounts',
  state: STATE,
  nonce: NONCE,
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
} as const;

const ask = (fields: Fields, more = ''): Flow =>
  requested(`${urlOf(`${AS}/authorize`, { ...SOUND, ...fields })}${more}`);

const request = (name: string, rule: string, fields: Fields, more: Partial<Mistake> = {}): Mistake => ({
  rule,
  name,
  flow: ask(fields),
  ...more,
});

const raw = (
  name: string,
  rule: string,
  query: string,
  left: Fields = {},
  more: Partial<Mistake> = {},
): Mistake => ({
  rule,
  name,
  flow: ask(left, query),
  ...more,
});

function answer(fields: Fields, change: Fields = {}, mark: '?' | '#' = '?'): Flow {
  return answered(
    urlOf(`${AS}/authorize`, { ...SOUND, ...change }),
    urlOf(APP, { code: CODE, state: STATE, ...fields }, mark),
    302,
  );
}

const HYBRID = { response_type: 'code id_token' };

function idToken(claims: JsonObject = {}, header: JsonObject = {}): string {
  const { alg = 'PS256' } = header;
  const sound = {
    iss: AS,
    sub: 'a-17',
    aud: 'tpp-4711',
    iat: NOW_SECONDS,
    exp: NOW_SECONDS + 600,
    nonce: NONCE,
    c_hash: tokenHash(CODE, alg) ?? '',
  };
  return tokenOf({ ...sound, ...claims }, header);
}

const received = (
  name: string,
  rule: string,
  claims: JsonObject,
  header: JsonObject = {},
  more: Partial<Mistake> = {},
): Mistake => ({
  rule,
  name,
  flow: answer({ id_token: idToken(claims, header) }, HYBRID, '#'),
  context: { issuer: AS },
  ...more,
});

const CLAIMS = {
  iss: 'tpp-4711',
  aud: AS,
  iat: NOW_SECONDS,
  nbf: NOW_SECONDS,
  exp: NOW_SECONDS + 300,
  ...SOUND,
} as const;

const object = (
  name: string,
  rule: string,
  claims: JsonObject,
  header: JsonObject = {},
  more: Partial<Mistake> = {},
): Mistake => ({
  rule,
  name,
  flow: requested(
    urlOf(`${AS}/authorize`, {
      client_id: 'tpp-4711',
      response_type: 'code',
      scope: 'openid accounts',
      request: tokenOf({ ...CLAIMS, ...claims }, header),
    }),
  ),
  context: { issuer: AS },
  ...more,
});

const EXCHANGE = {
  grant_type: 'authorization_code',
  code: CODE,
  redirect_uri: APP,
  client_id: 'tpp-4711',
  client_secret: undefined,
  code_verifier: VERIFIER,
};

const call = (
  name: string,
  rule: string,
  fields: Fields,
  more: Partial<Mistake> = {},
  without: readonly string[] = [],
): Mistake => ({
  rule,
  name,
  flow: withCalls(answer({}), {
    fields: formFields(
      Object.fromEntries(
        Object.entries({ ...EXCHANGE, ...fields }).filter(([key]) => !without.includes(key)),
      ),
    ),
    body: '{"access_token":"at-9","token_type":"Bearer","expires_in":300}',
  }),
  ...more,
});

const given = (name: string, rule: string, body: JsonObject): Mistake => ({
  rule,
  name,
  flow: withCalls(answer({}), {
    fields: formFields(EXCHANGE),
    body: JSON.stringify({ access_token: 'at-9', token_type: 'Bearer', expires_in: 300, ...body }),
  }),
});

/** Each of them was made by somebody once. */
export const MISTAKES: readonly Mistake[] = [
  request('no response_type', 'AR01', { response_type: undefined }),
  request('no client_id', 'AR02', { client_id: undefined }),
  raw('state twice', 'AR03', '&state=other'),
  raw('scope twice', 'AR03', '&scope=payments'),
  request('an empty nonce', 'AR04', { nonce: '' }),
  request('a relative redirect_uri', 'AR06', { redirect_uri: '/oauth/return' }),
  request('a redirect_uri without scheme', 'AR06', { redirect_uri: 'tpp.example/oauth/return' }),
  request('a redirect_uri with a fragment', 'AR06', { redirect_uri: `${APP}#home` }),
  request('a redirect_uri with two schemes', 'AR06', { redirect_uri: `https://${APP}` }),
  request('a redirect_uri with a wildcard', 'AR06', { redirect_uri: 'https://*.tpp.example/return' }),
  request('a redirect_uri over http', 'AR07', { redirect_uri: 'http://tpp.example/oauth/return' }),
  request('a redirect_uri to an address of the network', 'AR07', {
    redirect_uri: 'http://192.168.1.20:3000/cb',
  }),
  request('a scheme of one word', 'AR10', { redirect_uri: 'mybank://return' }),
  request('a scheme with a typing error', 'AR10', { redirect_uri: 'htps://tpp.example/return' }),
  request('an open redirector', 'AR11', { redirect_uri: `${APP}?next=https%3A%2F%2Fevil.example` }),
  request('quotation marks in scope', 'AR12', { scope: 'openid "accounts"' }),
  request('commas in scope', 'AR12', { scope: 'openid, accounts' }),
  request('a JSON scope', 'AR12', { scope: '["openid","accounts"]' }),
  request('an encoded plus in scope', 'AR12', { scope: 'openid+accounts' }, { also: ['AR13'] }),
  request('a scope twice', 'AR12', { scope: 'openid accounts openid' }),
  request('a scope in umlauts', 'AR12', { scope: 'openid zahlungsaufträge' }),
  request('an id_token without openid', 'AR13', { scope: 'accounts', response_type: 'code id_token' }),
  request('OpenID in capitals', 'AR13', { scope: 'OpenID accounts' }),
  request('nothing that binds the response', 'AR14', {
    state: undefined,
    nonce: undefined,
    code_challenge: undefined,
    code_challenge_method: undefined,
  }),
  request('a state that is the path', 'AR15', { state: 'https://tpp.example/accounts/overview/after/login' }),
  request('a state of JSON', 'AR15', { state: '{"returnTo":"/accounts","lang":"de","theme":"dark"}' }),
  request('a state of encoded JSON', 'AR15', { state: encodeText('{"returnTo":"/accounts","user":42}') }),
  request('a counter', 'AR15', { state: 'login-attempt-00000000000000001742' }),
  request('a time with a prefix', 'AR15', { state: 'oauth-state-for-user-1700000000000' }),
  request('a date', 'AR15', { state: '2023-11-14T22:13:20.123Z' }),
  request('six digits', 'AR15', { state: '482913' }),
  request('a UUID of version 1', 'AR15', { state: '6fa459ea-ee8a-11e4-b9b3-0800200c9a66' }),
  request('one character repeated', 'AR15', { state: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }),
  {
    rule: 'AR16',
    name: 'a state that was used before',
    flow: ask({}),
    context: { others: [{ id: 'f0', startedAt: NOW - 60_000, state: STATE }] },
  },
  {
    rule: 'AR16',
    name: 'a challenge that was used before',
    flow: ask({}),
    context: { others: [{ id: 'f0', startedAt: NOW - 60_000, codeChallenge: CHALLENGE }] },
  },
  request('no nonce for an id_token', 'AR17', { nonce: undefined, response_type: 'id_token' }),
  request(
    'a nonce of 100 characters',
    'AR18',
    { nonce: `${NONCE}${NONCE}${NONCE}${NONCE}${NONCE}` },
    { gates: ['fapi2'], also: ['AR34'] },
  ),
  request('a native application without PKCE', 'AR19', {
    redirect_uri: 'com.example.tpp:/return',
    code_challenge: undefined,
    code_challenge_method: undefined,
  }),
  request('a method without a challenge', 'AR19', { code_challenge: undefined }),
  request('the plain method', 'AR20', { code_challenge_method: 'plain' }),
  request('a method in lower case', 'AR20', { code_challenge_method: 'sha256' }),
  request('no method', 'AR20', { code_challenge_method: undefined }),
  request('a challenge with padding', 'AR21', { code_challenge: `${CHALLENGE}=` }),
  request('a challenge in hexadecimal', 'AR21', { code_challenge: 'b'.repeat(64) }),
  request('a challenge in base64', 'AR21', { code_challenge: CHALLENGE.replace('-', '+') }),
  request('a challenge that is a short verifier', 'AR21', { code_challenge: 'dBjftJeZ4CVP' }),
  request('the implicit grant', 'AR23', { response_type: 'token' }),
  request(
    'a token in the query',
    'AR25',
    { response_type: 'code token', response_mode: 'query' },
    { also: ['AR23'] },
  ),
  request('an unknown response_mode', 'AR27', { response_mode: 'post' }),
  request('response_mode in camel case', 'AR27', { response_mode: 'formPost' }),
  request('a client secret', 'AR28', { client_secret: 's3cr3t-value' }),
  request('a verifier', 'AR28', { code_verifier: VERIFIER }),
  request('none beside login', 'AR29', { prompt: 'none login' }),
  request('a max_age with a unit', 'AR30', { max_age: '5m' }),
  request('a negative max_age', 'AR30', { max_age: '-1' }),
  raw('a redirect_uri that is not encoded', 'AR31', `&redirect_uri=${APP}?a=1`, { redirect_uri: undefined }),
  request(
    'a redirect_uri that is encoded twice',
    'AR31',
    { redirect_uri: encodeURIComponent(APP) },
    { also: ['AR06'] },
  ),
  raw('a plus in a state', 'AR31', '&state=ab+cdefGHIJKLMNOP0123456', { state: undefined }),
  raw('a broken escape', 'AR31', '&login_hint=50%', {}),
  request('a line break after client_id', 'AR35', { client_id: 'tpp-4711\n' }),
  request('a Windows line break after state', 'AR35', { state: `${STATE}\r\n` }),
  request('a space before redirect_uri', 'AR35', { redirect_uri: ` ${APP}` }, { also: ['AR06'] }),
  request('a tab after response_type', 'AR35', { response_type: 'code\t' }),
  request('a comma in response_type', 'AR36', { response_type: 'code,token' }, { also: ['AR23'] }),
  request('a grant for a response type', 'AR36', { response_type: 'authorization_code' }),
  request('capitals in response_type', 'AR36', { response_type: 'CODE' }),
  request('a hyphen in id_token', 'AR36', { response_type: 'code id-token' }),
  request('response_type joined by a plus', 'AR36', { response_type: 'code+token' }),
  request('redirectUri', 'AR37', { redirect_uri: undefined, redirectUri: APP }, { also: ['AR06'] }),
  request('client-id', 'AR37', { client_id: undefined, 'client-id': 'tpp-4711' }, { also: ['AR02'] }),
  request(
    'codeChallengeMethod',
    'AR37',
    { code_challenge_method: undefined, codeChallengeMethod: 'S256' },
    { also: ['AR20'] },
  ),
  request('responseMode', 'AR37', { responseMode: 'form_post' }),
  request('Nonce', 'AR37', { nonce: undefined, Nonce: NONCE }),
  request('scopes', 'AR37', { scope: undefined, scopes: 'openid' }, { also: ['AR13'] }),
  request('redirect_url', 'AR37', { redirect_uri: undefined, redirect_url: APP }, { also: ['AR06'] }),
  request('callback_url', 'AR37', { redirect_uri: undefined, callback_url: APP }, { also: ['AR06'] }),
  raw('&amp; between parameters', 'AR38', `&amp;prompt=login`),
  request('a nonce that is a time', 'AR40', { nonce: '1700000000000' }),
  request('a nonce that is the state', 'AR40', { nonce: STATE }),
  request('a nonce of JSON', 'AR40', { nonce: '{"time":1700000000,"page":"home"}' }),
  request('claims that are no JSON', 'AR41', { claims: "{'id_token':{}}" }),
  request('claims as a list', 'AR41', { claims: '["acr"]' }),
  request('claims cut short', 'AR41', { claims: '{"id_token":{"acr":' }),
  request('claims with a string for a claim', 'AR41', { claims: '{"userinfo":{"email":"essential"}}' }),
  request('authorization_details as an object', 'AR42', { authorization_details: '{"type":"payment"}' }),
  request('authorization_details without type', 'AR42', { authorization_details: '[{"actions":["read"]}]' }),
  request('authorization_details with a numeric type', 'AR42', { authorization_details: '[{"type":1}]' }),
  request('a resource with a fragment', 'AR43', { resource: 'https://api.bank.example/v1#accounts' }),
  request('a relative resource', 'AR43', { resource: 'api/accounts' }),
  request('selectAccount', 'AR44', { prompt: 'selectAccount' }),
  request('login|consent', 'AR44', { prompt: 'login|consent' }),
  request('undefined as state', 'AR45', { state: 'undefined' }),
  request('a template variable', 'AR45', { client_id: '${CLIENT_ID}' }),
  request('a document’s placeholder', 'AR45', { client_id: '<client_id>' }),
  object('a request_uri inside', 'RO02', { request_uri: 'urn:x' }),
  object('another client_id inside', 'RO03', { client_id: 'tpp-4712' }, {}, { also: ['RO09'] }),
  object('another response_type inside', 'RO05', { response_type: 'code id_token' }),
  object(
    'no exp under FAPI',
    'RO10',
    { exp: undefined } as unknown as JsonObject,
    {},
    { gates: ['fapi1'], also: ['AR24'] },
  ),
  object(
    'two hours of life under FAPI',
    'RO10',
    { exp: NOW_SECONDS + 7_200 },
    {},
    { gates: ['fapi1'], also: ['AR24'] },
  ),
  object(
    'an old nbf under FAPI',
    'RO11',
    { nbf: NOW_SECONDS - 4_000 },
    {},
    { gates: ['fapi1'], also: ['AR24', 'RO10'] },
  ),
  object('an exp that has passed', 'RO12', {
    exp: NOW_SECONDS - 5,
    iat: NOW_SECONDS - 300,
    nbf: NOW_SECONDS - 300,
  }),
  object('an nbf of tomorrow', 'RO12', { nbf: NOW_SECONDS + 86_400, exp: NOW_SECONDS + 90_000 }),
  object('an endpoint as aud', 'RO08', { aud: `${AS}/token` }),
  object('no aud', 'RO08', { aud: undefined } as unknown as JsonObject),
  object('another iss', 'RO09', { iss: AS }),
  object('sub as in an assertion', 'RO13', { sub: 'tpp-4711' }),
  object('a type of something else', 'RO14', {}, { typ: 'at+jwt' }),
  object('redirectUri inside', 'RO20', { redirectUri: APP }),
  object('times in milliseconds', 'JW15', { exp: NOW + 300_000 }),
  object('a time as text', 'JW15', { exp: '2023-11-14T22:20:00Z' }),
  object('no algorithm', 'JW03', {}, { alg: 'none' }),
  object('an algorithm in lower case', 'JW03', {}, { alg: 'ps256' }),
  object('RS256 under FAPI', 'JW05', {}, { alg: 'RS256' }, { gates: ['fapi1'], also: ['AR24'] }),
  object('a secret among the claims', 'JW17', { client_secret: 'hunter2' }),
  object(
    'an embedded key',
    'JW13',
    {},
    { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } },
    { also: ['JW06', 'JW07', 'JW19'] },
  ),
  object('an unknown crit', 'JW14', {}, { crit: ['exp2'], exp2: true }),
  {
    rule: 'RO23',
    name: 'request_uri over http',
    flow: requested(
      urlOf(`${AS}/authorize`, { client_id: 'tpp-4711', request_uri: 'http://tpp.example/req/1' }),
    ),
  },
  {
    rule: 'JW06',
    name: 'a signature cut short',
    flow: answer({ id_token: idToken().slice(0, -40) }, HYBRID, '#'),
    context: { issuer: AS },
  },
  {
    rule: 'JW01',
    name: 'padding at the end of a token',
    flow: answer({ id_token: `${idToken()}==` }, HYBRID, '#'),
    context: { issuer: AS },
  },
  { rule: 'CB01', name: 'another state', flow: answer({ state: 'Vd8wK2nQ5yXr0LbT7mZc3f' }) },
  { rule: 'CB01', name: 'no state', flow: answer({ state: undefined }) },
  { rule: 'CB01', name: 'a state in another letter case', flow: answer({ state: STATE.toLowerCase() }) },
  { rule: 'CB02', name: 'a code beside an error', flow: answer({ error: 'access_denied' }) },
  {
    rule: 'CB04',
    name: 'an error of the server’s own',
    flow: answer({ code: undefined, error: 'user_cancelled' }),
  },
  {
    rule: 'CB04',
    name: 'an error_uri that is no URI',
    flow: answer({ code: undefined, error: 'access_denied', error_uri: 'see the manual' }),
  },
  {
    rule: 'CB04',
    name: 'quotation marks in a description',
    flow: answer({ code: undefined, error: 'access_denied', error_description: 'the "user" refused' }),
  },
  {
    rule: 'CB05',
    name: 'another iss',
    flow: answer({ iss: 'https://evil.example' }),
    context: { issuer: AS },
  },
  { rule: 'CB05', name: 'iss with a slash', flow: answer({ iss: `${AS}/` }), context: { issuer: AS } },
  {
    rule: 'CB05',
    name: 'no iss under FAPI 2.0',
    flow: answered(
      urlOf(`${AS}/authorize`, { client_id: 'tpp-4711', request_uri: 'urn:example:1' }),
      urlOf(APP, { code: CODE, state: STATE }),
    ),
    gates: ['fapi2'],
  },
  { rule: 'CB07', name: 'a fragment for a query', flow: answer({}, {}, '#') },
  {
    rule: 'CB08',
    name: 'an id_token in the query',
    flow: answer({ id_token: idToken() }, HYBRID),
    context: { issuer: AS },
  },
  received('another nonce', 'CB09', { nonce: 'other' }),
  received('no nonce', 'CB09', { nonce: undefined } as unknown as JsonObject),
  received('a wrong c_hash', 'CB10', { c_hash: 'LDktKdoQak3Pk0cnXxCltA' }),
  received('a c_hash of SHA-512', 'CB10', { c_hash: tokenHash(CODE, 'PS512') ?? '' }),
  received('another iss in the id_token', 'CB13', { iss: 'https://login.bank.example/' }),
  received('another audience', 'CB13', { aud: ['tpp-4712'] }),
  received('an expired id_token', 'CB13', { iat: NOW_SECONDS - 900, exp: NOW_SECONDS - 300 }),
  received('an id_token of tomorrow', 'CB13', { iat: NOW_SECONDS + 86_400, exp: NOW_SECONDS + 90_000 }),
  received('no exp in the id_token', 'CB13', { exp: undefined } as unknown as JsonObject),
  received('a numeric sub', 'CB32', { sub: 42 }),
  received('an http issuer', 'CB33', { iss: 'http://login.bank.example' }, {}, { context: {} }),
  received('a wrong s_hash', 'CB12', { s_hash: 'LDktKdoQak3Pk0cnXxCltA' }),
  {
    rule: 'CB15',
    name: 'no auth_time for max_age',
    flow: answer({ id_token: idToken() }, { ...HYBRID, max_age: '60' }, '#'),
    context: { issuer: AS },
  },
  {
    rule: 'CB15',
    name: 'an old login for max_age',
    flow: answer(
      { id_token: idToken({ auth_time: NOW_SECONDS - 7_200 }) },
      { ...HYBRID, max_age: '60' },
      '#',
    ),
    context: { issuer: AS },
  },
  { rule: 'CB25', name: 'no id_token', flow: answer({}, HYBRID, '#') },
  {
    rule: 'CB25',
    name: 'an access_token that was not asked for',
    flow: answer({ access_token: 'at', token_type: 'Bearer' }),
    also: ['CB08'],
  },
  {
    rule: 'CB26',
    name: 'an access_token without its type',
    flow: answer({ code: undefined, access_token: 'at' }, { response_type: 'token' }, '#'),
  },
  {
    rule: 'CB27',
    name: 'a plus in a code',
    flow: answered(urlOf(`${AS}/authorize`, SOUND), `${APP}?code=a+b&state=${STATE}`),
  },
  { rule: 'CB27', name: 'a code cut short', flow: answer({ code: 'Zr7QmB2…' }) },
  call('no verifier', 'AR22', {}, {}, ['code_verifier']),
  call('the verifier of another request', 'AR22', { code_verifier: `${VERIFIER.slice(0, -1)}A` }),
  call('a short verifier', 'AR22', { code_verifier: 'abc' }),
  call('grant_type=code', 'TK08', { grant_type: 'code' }),
  call('AUTHORIZATION_CODE', 'TK08', { grant_type: 'AUTHORIZATION_CODE' }),
  call('another redirect_uri', 'TK04', { redirect_uri: `${APP}/` }),
  call('no redirect_uri', 'TK04', {}, {}, ['redirect_uri']),
  call('the password grant', 'TK01', { grant_type: 'password', username: 'jane', password: undefined }),
  call('two authentications', 'TK07', { client_assertion: undefined }),
  given('no token_type', 'TK06', { token_type: null }),
  given('expires_in as text', 'TK06', { expires_in: '300' }),
  given('a wrong at_hash in the token answer', 'CB11', {
    id_token: idToken({ at_hash: 'LDktKdoQak3Pk0cnXxCltA' }),
  }),
  given('another nonce in the token answer', 'CB09', { id_token: idToken({ nonce: 'other' }) }),
  given('an encrypted token with RSA1_5', 'JW20', {
    id_token: `${encodeText('{"alg":"RSA1_5","enc":"A128CBC-HS256"}')}.AAAA.AAAA.AAAA.AAAA`,
  }),
];
