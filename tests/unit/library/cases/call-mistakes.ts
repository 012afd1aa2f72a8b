import { evaluateFlow } from '../../../../lib/index.ts';
import {
  type Call,
  type Fields,
  fieldsIn,
  flowOf,
  type Json,
  type Options,
  ofCall,
  SECONDS,
} from '../support/journeys.ts';
import { APP, AS, answer, CLIENT, CODE, half, idToken, type Mistake, VERIFIER } from '../support/sound.ts';

type Extra = Pick<Mistake, 'also'> & Options & { readonly call?: Partial<Call> };

const EXCHANGE: Fields = {
  grant_type: 'authorization_code',
  code: CODE,
  redirect_uri: APP,
  client_id: CLIENT,
  code_verifier: VERIFIER,
};

const ANSWER = {
  access_token: 'at_7Yc2Lq',
  token_type: 'Bearer',
  expires_in: 600,
  id_token: idToken(),
};

const exchange = (change: Fields = {}, body: Json = {}, call: Partial<Call> = {}): Call => ({
  profileId: 'openid',
  method: 'POST',
  url: `${AS}/oauth2/token`,
  encoding: 'form',
  fields: fieldsIn('form', { ...EXCHANGE, ...change }),
  body: JSON.stringify({ ...ANSWER, ...body }),
  contentType: 'application/json',
  ...call,
});

const sent = (
  rule: string,
  name: string,
  change: Fields,
  { also, call, ...options }: Extra = {},
): Mistake => ({
  rule,
  name,
  findings: () => ofCall(exchange(change, {}, call), options, answer()),
  ...(also ? { also } : {}),
});

const got = (rule: string, name: string, body: Json, { also, call, ...options }: Extra = {}): Mistake => ({
  rule,
  name,
  findings: () => ofCall(exchange({}, body, call), { issuer: AS, ...options }, answer()),
  ...(also ? { also } : {}),
});

const basic = `Basic ${Buffer.from(`${CLIENT}:s3cret`).toString('base64')}`;

/** Exchanges of a code, each with one mistake. */
export const CALL_MISTAKES: readonly Mistake[] = [
  sent('AR22', 'no verifier', { code_verifier: undefined }),
  sent('AR22', 'a verifier without a value', { code_verifier: '' }),
  sent('AR22', 'the challenge as verifier', { code_verifier: 'rq1Sc5dQ2YxF9vT3hWmKp8LzBnUoEaGjRiCt0X4Hs6A' }),
  sent('AR22', 'a verifier of 42 characters', { code_verifier: VERIFIER.slice(0, 42) }),
  sent('AR22', 'a verifier of 129 characters', { code_verifier: 'a'.repeat(129) }),
  sent('AR22', 'a verifier with a slash', { code_verifier: `${VERIFIER.slice(0, -1)}/` }),
  sent('AR22', 'a verifier with a line break', { code_verifier: `${VERIFIER}\n` }),
  sent('TK01', 'the password grant', {
    grant_type: 'password',
    username: 'jane',
    password: 'p',
    code: undefined,
    code_verifier: undefined,
    redirect_uri: undefined,
  }),
  sent('TK02', 'a secret in the URL', {}, { call: { url: `${AS}/oauth2/token?client_secret=s3cret` } }),
  sent(
    'TK02',
    'the code in the URL',
    {},
    { call: { url: `${AS}/oauth2/token?grant_type=authorization_code&code=${CODE}` } },
  ),
  sent('TK03', 'a JSON body', {}, { call: { encoding: 'json', fields: fieldsIn('json', EXCHANGE) } }),
  sent(
    'TK03',
    'GET',
    {},
    {
      call: {
        method: 'GET',
        encoding: 'none',
        fields: fieldsIn('query', EXCHANGE),
        url: `${AS}/oauth2/token?${new URLSearchParams(EXCHANGE as Record<string, string>)}`,
      },
      also: ['TK02'],
    },
  ),
  sent('TK04', 'a redirect_uri with a slash more', { redirect_uri: `${APP}/` }),
  sent('TK04', 'another redirect_uri', { redirect_uri: 'https://dev.budget.example/cb' }),
  sent('TK04', 'no redirect_uri', { redirect_uri: undefined }),
  sent('TK04', 'a redirect_uri encoded twice', { redirect_uri: encodeURIComponent(APP) }),
  sent('TK04', 'a redirect_uri in another case', { redirect_uri: APP.replace('login', 'Login') }),
  sent(
    'TK07',
    'secret and assertion',
    {
      client_secret: 's3cret',
      client_assertion: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    },
    { also: ['JW06'] },
  ),
  sent(
    'TK07',
    'Basic and client_secret',
    { client_secret: 's3cret' },
    {
      call: {
        fields: [
          ...fieldsIn('form', { ...EXCHANGE, client_secret: 's3cret' }),
          { in: 'header', name: 'Authorization', value: basic },
        ],
      },
    },
  ),
  sent('TK08', 'grant_type=code', { grant_type: 'code' }),
  sent('TK08', 'grant_type=authorizationCode', { grant_type: 'authorizationCode' }),
  sent('TK08', 'grant_type=authorization-code', { grant_type: 'authorization-code' }),
  sent('TK08', 'grant_type with a space', { grant_type: 'authorization_code ' }),
  sent('TK08', 'grant_type=implicit', { grant_type: 'implicit' }),
  sent('TK08', 'grant_type=refresh', {
    grant_type: 'refresh',
    refresh_token: 'rt-1',
    code: undefined,
    code_verifier: undefined,
    redirect_uri: undefined,
  }),
  sent('TK08', 'no grant_type', { grant_type: undefined }),
  sent('TK08', 'grant_type without a value', { grant_type: '' }),
  got('TK06', 'no token_type', { token_type: undefined }),
  got('TK06', 'expires_in as text', { expires_in: '600' }),
  got('TK06', 'an expires_in with a fraction', { expires_in: 599.5 }),
  got('TK06', 'a negative expires_in', { expires_in: -1 }),
  got('TK06', 'a time for expires_in', { expires_in: SECONDS + 600 }),
  got('TK06', 'scope as a list', { scope: ['openid', 'profile'] }),
  got('TK06', 'an access token that is an object', { access_token: { value: 'x' } }),
  got('CB11', 'a wrong at_hash', { id_token: idToken({ at_hash: half('other') }) }),
  got('CB09', 'another nonce', { id_token: idToken({ nonce: 'jX2sLh7GfE5vBq9NwC3yMp' }) }),
  got('CB09', 'no nonce', { id_token: idToken({ nonce: undefined }) }),
  got('CB13', 'another aud', { id_token: idToken({ aud: 'budget-ios' }) }),
  got('CB13', 'another iss', { id_token: idToken({ iss: 'https://id.suedbank.example' }) }),
  got('CB13', 'expired', { id_token: idToken({ iat: SECONDS - 900, exp: SECONDS - 100 }) }),
  got('CB25', 'no id_token for openid', { id_token: undefined, scope: 'openid profile' }),
  got('CB32', 'a numeric sub', { id_token: idToken({ sub: 7 }) }),
  got('JW03', 'an unsigned id_token', { id_token: idToken({}, { alg: 'none' }) }),
  {
    rule: 'CB20',
    name: 'a code that is exchanged twice',
    findings: () => {
      const call = (id: string, at: number) => ({
        id,
        at,
        stepId: 'token',
        name: 'Token',
        elapsed: 5,
        encoding: 'form' as const,
        fields: [],
        status: 200,
        ...exchange(),
      });
      const calls = [call('one', SECONDS * 1_000 + 900), call('two', SECONDS * 1_000 + 950)];
      return evaluateFlow({ ...flowOf(answer()), calls }, { now: SECONDS * 1_000 + 1_000 });
    },
  },
];
