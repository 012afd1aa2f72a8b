import { type Fields, type Json, type Options, ofJourney, SECONDS, token, url } from '../support/journeys.ts';
import { APP, AS, CLIENT, type Mistake, NONCE, OBJECT, objectUrl, STATE } from '../support/sound.ts';

type Extra = Pick<Mistake, 'also'> & Options;

const object = (
  rule: string,
  name: string,
  claims: Json,
  header: Json = {},
  { also, ...options }: Extra = {},
  beside: Fields = {},
): Mistake => ({
  rule,
  name,
  findings: () => ofJourney({ authorize: objectUrl(claims, header, beside) }, { issuer: AS, ...options }),
  ...(also ? { also } : {}),
});

const beside = (rule: string, name: string, fields: Fields, extra: Extra = {}): Mistake =>
  object(rule, name, {}, {}, extra, fields);

const INTENT = 'aac-8f1d0d3e-6c2f-4f51-9f4c-2f0f3ae9d1b7';

/** A request object of FAPI 1.0 Advanced. */
const fapi1 = (
  rule: string,
  name: string,
  claims: Json = {},
  header: Json = {},
  also: readonly string[] = [],
  fields: Fields = {},
): Mistake =>
  object(
    rule,
    name,
    { response_type: 'code id_token', ...claims },
    header,
    { choice: 'fapi1', also },
    { response_type: 'code id_token', ...fields },
  );

const obuk = (
  rule: string,
  name: string,
  idToken: Json,
  more: Json = {},
  also: readonly string[] = [],
): Mistake =>
  object(
    rule,
    name,
    {
      response_type: 'code id_token',
      claims: {
        id_token: {
          openbanking_intent_id: { value: INTENT, essential: true },
          acr: { essential: true, values: ['urn:openbanking:psd2:sca'] },
          ...idToken,
        },
        userinfo: { openbanking_intent_id: { value: INTENT, essential: true } },
      },
      ...more,
    },
    {},
    { choice: 'obuk', also },
    { response_type: 'code id_token' },
  );

/** Requests with a request object, each with one mistake. */
export const OBJECT_MISTAKES: readonly Mistake[] = [
  beside('RO01', 'request_uri beside request', { request_uri: 'https://www.budget.example/ro/1' }),
  object('RO02', 'a request inside', { request: 'eyJhbGciOiJQUzI1NiJ9.e30.c2ln' }),
  object('RO02', 'a request_uri inside', { request_uri: 'urn:example:7' }),
  beside('RO03', 'client_id only inside', { client_id: undefined }),
  object('RO03', 'another client_id inside', { client_id: 'budget-ios' }, {}, { also: ['RO09'] }),
  beside('RO04', 'scope only inside', { scope: undefined }, { choice: 'fapi1', also: ['AR24'] }),
  object('RO05', 'another response_type inside', { response_type: 'code id_token' }),
  object('RO05', 'another scope inside', { scope: 'openid accounts' }),
  beside('RO05', 'another redirect_uri beside', { redirect_uri: 'https://dev.budget.example/cb' }),
  beside('RO05', 'another nonce beside', { nonce: 'other-7Yc2LqOxE4k7uTzQ2bV' }),
  fapi1('RO06', 'state only outside', { state: undefined }, {}, [], { state: STATE }),
  fapi1('RO06', 'nonce only outside', { nonce: undefined }, {}, ['AR17'], { nonce: NONCE }),
  fapi1('RO07', 'a request object that is not signed', {}, { alg: 'none' }, ['JW03', 'JW05']),
  fapi1('RO08', 'the token endpoint as aud', { aud: `${AS}/token` }),
  fapi1('RO08', 'no aud', { aud: undefined }),
  object('RO08', 'an aud with a slash more', { aud: `${AS}/` }),
  object('RO09', 'the server as iss', { iss: AS }),
  object('RO09', 'the redirect URI as iss', { iss: APP }),
  fapi1('RO10', 'no exp', { exp: undefined }),
  fapi1('RO10', 'a day of life', { exp: SECONDS + 86_400 }),
  fapi1('RO11', 'no nbf', { nbf: undefined }),
  fapi1('RO11', 'an nbf of two hours ago', { nbf: SECONDS - 7_200 }, {}, ['RO10']),
  object('RO12', 'expired yesterday', {
    iat: SECONDS - 90_000,
    nbf: SECONDS - 90_000,
    exp: SECONDS - 86_400,
  }),
  object('RO12', 'valid from tomorrow', { nbf: SECONDS + 86_400, exp: SECONDS + 90_000 }),
  object('RO12', 'issued in two minutes', { iat: SECONDS + 120 }),
  object('RO13', 'sub as in an assertion', { sub: CLIENT }),
  object('RO14', 'the type of an access token', {}, { typ: 'at+jwt' }),
  obuk('RO15', 'no intent', { openbanking_intent_id: undefined }),
  obuk('RO15', 'an intent without value', { openbanking_intent_id: { essential: true } }),
  obuk('RO15', 'an intent that is not essential', { openbanking_intent_id: { value: INTENT } }),
  obuk('RO15', 'essential as text', { openbanking_intent_id: { value: INTENT, essential: 'true' } }, {}, [
    'AR41',
  ]),
  obuk('RO16', 'another intent for userinfo', {
    openbanking_intent_id: { value: 'aac-other', essential: true },
  }),
  obuk('RO17', 'no acr', { acr: undefined }),
  obuk('RO17', 'an acr that is not essential', { acr: { values: ['urn:openbanking:psd2:sca'] } }),
  obuk('RO17', 'an acr of somebody else', { acr: { essential: true, values: ['urn:mace:silver'] } }),
  obuk('RO18', 'an intent as text', { openbanking_intent_id: INTENT }, {}, ['RO15', 'AR41']),
  obuk(
    'RO18',
    'an intent at the top',
    { openbanking_intent_id: undefined },
    { openbanking_intent_id: INTENT },
    ['RO15'],
  ),
  object('RO20', 'clientId inside', { clientId: CLIENT }),
  object('RO20', 'responseType inside', { response_type: undefined, responseType: 'code' }),
  object('RO20', 'scopes inside', { scopes: ['openid'] }),
  ...[
    ['over http', 'http://www.budget.example/ro/7'],
    ['a path', '/ro/7'],
    ['of 600 characters', `https://www.budget.example/ro/${'7'.repeat(600)}`],
    ['with umlauts', 'https://www.budget.example/ro/für'],
  ].map(
    ([name = '', request_uri]): Mistake => ({
      rule: 'RO23',
      name: `a request_uri ${name}`,
      findings: () =>
        ofJourney({
          authorize: url(`${AS}/oauth2/auth`, {
            client_id: CLIENT,
            response_type: 'code',
            scope: 'openid',
            request_uri,
          }),
        }),
    }),
  ),
  object('AR30', 'max_age as text', { max_age: '300' }),
  object('AR41', 'claims as text', { claims: '{"id_token":{"acr":null}}' }),
  object('AR12', 'scope as a list', { scope: ['openid', 'profile'] }),
  object('AR45', 'undefined as state', { state: 'undefined' }),
  object('AR15', 'a counter as state', { state: '42' }),
  object('AR06', 'a relative redirect_uri', { redirect_uri: '/login/callback' }),
  object('AR07', 'a redirect_uri over http', { redirect_uri: 'http://www.budget.example/cb' }),
  object('AR20', 'plain', { code_challenge_method: 'plain' }),
  object('JW03', 'alg left out', {}, { alg: undefined }),
  object('JW03', 'an unknown alg', {}, { alg: 'PS128' }),
  fapi1('JW05', 'RS256', {}, { alg: 'RS256' }),
  fapi1('JW05', 'ES384', {}, { alg: 'ES384' }),
  fapi1('JW05', 'HS256', {}, { alg: 'HS256' }, ['JW04']),
  object('JW13', 'a jku', {}, { jku: 'https://www.budget.example/jwks.json' }),
  object('JW13', 'an x5u', {}, { x5u: 'https://www.budget.example/cert.pem' }),
  object('JW15', 'a date for exp', { exp: '2027-01-15T08:05:00Z' }),
  object('JW15', 'milliseconds for nbf', { nbf: SECONDS * 1_000 }),
  object(
    'JW16',
    'exp before iat',
    { iat: SECONDS, nbf: SECONDS - 600, exp: SECONDS - 1 },
    {},
    { also: ['RO12'] },
  ),
  object('JW17', 'a password inside', { password: 'hunter2' }),
  object('JW17', 'a client_secret inside', { client_secret: 's-99' }),
  {
    rule: 'JW02',
    name: 'a claim twice',
    findings: () => {
      const [head = '', body = '', tail = ''] = token({ ...OBJECT }, { typ: 'oauth-authz-req+jwt' }).split(
        '.',
      );
      const text = Buffer.from(body, 'base64url').toString().replace('{', '{"scope":"openid",');
      const twice = `${head}.${Buffer.from(text).toString('base64url')}.${tail}`;
      return ofJourney({ authorize: objectUrl({}, {}, { request: twice }) }, { issuer: AS });
    },
  },
  {
    rule: 'JW01',
    name: 'a request object in base64',
    findings: () => {
      const [head = '', body = '', tail = ''] = token({ ...OBJECT }).split('.');
      return ofJourney(
        { authorize: objectUrl({}, {}, { request: `${head}.${body}==.${tail}` }) },
        { issuer: AS },
      );
    },
  },
  {
    rule: 'JW06',
    name: 'a request object whose signature was cut off',
    findings: () =>
      ofJourney({ authorize: objectUrl({}, {}, { request: token({ ...OBJECT }, {}, 200) }) }, { issuer: AS }),
  },
  {
    rule: 'JW01',
    name: 'a request object without signature part',
    findings: () => {
      const [head = '', body = ''] = token({ ...OBJECT }).split('.');
      return ofJourney({ authorize: objectUrl({}, {}, { request: `${head}.${body}` }) }, { issuer: AS });
    },
  },
];
