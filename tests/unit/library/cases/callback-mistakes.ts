import {
  type Fields,
  type Journey,
  type Json,
  type Options,
  ofJourney,
  SECONDS,
  url,
} from '../support/journeys.ts';
import {
  APP,
  AS,
  answer,
  authorizeUrl,
  CLIENT,
  CODE,
  half,
  idToken,
  type Mistake,
  STATE,
} from '../support/sound.ts';

type Extra = Pick<Mistake, 'also'> & Options;

const journey = (rule: string, name: string, seen: Journey, { also, ...options }: Extra = {}): Mistake => ({
  rule,
  name,
  findings: () => ofJourney(seen, options),
  ...(also ? { also } : {}),
});

const came = (rule: string, name: string, callback: Fields, extra: Extra = {}): Mistake =>
  journey(rule, name, answer(callback), extra);

const refused = (rule: string, name: string, callback: Fields): Mistake =>
  came(rule, name, { code: undefined, ...callback });

const HYBRID = { response_type: 'code id_token' } as const;

const hybrid = (rule: string, name: string, claims: Json, header: Json = {}, extra: Extra = {}): Mistake =>
  journey(rule, name, answer({ id_token: idToken({ c_hash: half(CODE), ...claims }, header) }, HYBRID, '#'), {
    issuer: AS,
    ...extra,
  });

const implicit = (rule: string, name: string, callback: Fields, extra: Extra = {}): Mistake =>
  journey(
    rule,
    name,
    {
      authorize: authorizeUrl({ response_type: 'id_token token' }),
      callback: url(
        APP,
        {
          access_token: 'at_7Yc2Lq',
          token_type: 'Bearer',
          expires_in: '600',
          state: STATE,
          id_token: idToken({ at_hash: half('at_7Yc2Lq') }),
          ...callback,
        },
        '#',
      ),
    },
    { issuer: AS, ...extra },
  );

const jarm = (
  rule: string,
  name: string,
  claims: Json,
  beside: Fields = {},
  header: Json = {},
  also: readonly string[] = [],
): Mistake =>
  journey(
    rule,
    name,
    {
      authorize: authorizeUrl({ response_mode: 'query.jwt' }),
      callback: url(APP, {
        response: response(claims, header),
        ...beside,
      }),
    },
    { issuer: AS, also },
  );

const response = (claims: Json, header: Json = {}): string => {
  const {
    sub: _sub,
    nonce: _nonce,
    iat: _iat,
    ...sound
  } = JSON.parse(Buffer.from(idToken().split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
  return idToken(
    {
      ...sound,
      sub: undefined,
      nonce: undefined,
      iat: undefined,
      code: CODE,
      state: STATE,
      exp: SECONDS + 120,
      ...claims,
    },
    header,
  );
};

/** Answers of a provider to a sound request, each with one mistake. */
export const CALLBACK_MISTAKES: readonly Mistake[] = [
  came('CB01', 'state left out', { state: undefined }),
  came('CB01', 'state without a value', { state: '' }),
  came('CB01', 'state of another flow', { state: 'kQ3nVb7XyT1rLe5WpZ8uMd' }),
  came('CB01', 'state with a character more', { state: `${STATE}=` }),
  came('CB01', 'state in lower case', { state: STATE.toLowerCase() }),
  came('CB01', 'state cut off', { state: STATE.slice(0, 12) }),
  came('CB01', 'state encoded twice', { state: encodeURIComponent(`${STATE}/`) }),
  refused('CB01', 'an error without state', { error: 'access_denied', state: undefined }),
  journey('CB01', 'a state that nobody sent', answer({}, { state: undefined })),
  came('CB02', 'code beside error', { error: 'server_error' }),
  refused('CB02', 'state alone', {}),
  came('CB02', 'a code without a value', { code: '' }),
  refused('CB02', 'an error without a value', { error: '' }),
  journey('CB03', 'code twice', {
    authorize: authorizeUrl(),
    callback: `${url(APP, { code: CODE, state: STATE })}&code=other`,
  }),
  journey('CB03', 'state twice', {
    authorize: authorizeUrl(),
    callback: `${url(APP, { code: CODE, state: STATE })}&state=${STATE}`,
  }),
  refused('CB04', 'an error with a space', { error: 'access denied' }),
  refused('CB04', 'an error in camelCase', { error: 'accessDenied' }),
  refused('CB04', 'a number for an error', { error: '403' }),
  refused('CB04', 'an error of token endpoints', { error: 'invalid_grant' }),
  refused('CB04', 'a description in umlauts', {
    error: 'access_denied',
    error_description: 'Zugriff verweigert für Müller',
  }),
  refused('CB04', 'a description over two lines', {
    error: 'access_denied',
    error_description: 'no\nconsent',
  }),
  refused('CB04', 'an error_uri that is a sentence', { error: 'access_denied', error_uri: 'ask support' }),
  refused('CB04', 'an error_uri that is a path', { error: 'access_denied', error_uri: '/errors/17' }),
  came('CB05', 'iss of another server', { iss: 'https://id.suedbank.example' }, { issuer: AS }),
  came('CB05', 'iss with a slash more', { iss: `${AS}/` }, { issuer: AS }),
  came('CB05', 'iss over http', { iss: 'http://id.nordbank.example' }, { issuer: AS, also: ['CB06'] }),
  came('CB05', 'iss in capitals', { iss: 'https://ID.nordbank.example' }, { issuer: AS }),
  came('CB05', 'no iss although announced', {}, { issuer: AS, issInResponses: true }),
  journey(
    'CB05',
    'no iss under FAPI 2.0',
    {
      authorize: url(`${AS}/oauth2/auth`, {
        client_id: CLIENT,
        request_uri: 'urn:ietf:params:oauth:request_uri:7Xw',
      }),
      callback: url(APP, { code: CODE }),
    },
    { choice: 'fapi2' },
  ),
  came('CB06', 'iss with a query', { iss: `${AS}?tenant=7` }),
  came('CB06', 'iss without a scheme', { iss: 'id.nordbank.example' }),
  journey('CB07', 'a code in the fragment', answer({}, {}, '#')),
  journey('CB07', 'form_post answered in the query', answer({}, { response_mode: 'form_post' })),
  journey('CB07', 'a query answered by form_post', {
    authorize: authorizeUrl({ response_mode: 'query' }),
    callback: APP,
    form: { code: CODE, state: STATE },
  }),
  journey('CB07', 'query.jwt answered in the open', answer({}, { response_mode: 'query.jwt' })),
  journey('CB08', 'an id_token in the query', answer({ id_token: idToken({ c_hash: half(CODE) }) }, HYBRID), {
    issuer: AS,
  }),
  journey('CB08', 'an access token in the query', {
    authorize: authorizeUrl({ response_type: 'token', scope: 'accounts', nonce: undefined }),
    callback: url(APP, { access_token: 'at_7Yc2Lq', token_type: 'Bearer', expires_in: '60', state: STATE }),
  }),
  hybrid('CB09', 'another nonce', { nonce: 'jX2sLh7GfE5vBq9NwC3yMp' }),
  hybrid('CB09', 'no nonce', { nonce: undefined }),
  hybrid('CB09', 'a nonce that is no text', { nonce: 42 }),
  hybrid('CB10', 'c_hash of another code', { c_hash: half('another') }),
  hybrid('CB10', 'the whole hash for c_hash', { c_hash: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg' }),
  hybrid('CB10', 'c_hash of the wrong algorithm', { c_hash: half(CODE, 'sha512') }),
  hybrid('CB10', 'no c_hash', { c_hash: undefined }),
  implicit('CB11', 'at_hash of another token', { id_token: idToken({ at_hash: half('other') }) }),
  implicit('CB11', 'no at_hash beside an access token', { id_token: idToken() }),
  hybrid('CB12', 's_hash of another state', { s_hash: half('other') }),
  hybrid('CB13', 'an iss with a slash more', { iss: `${AS}/` }),
  hybrid('CB13', 'another iss', { iss: 'https://id.suedbank.example' }),
  hybrid('CB13', 'no iss', { iss: undefined }),
  hybrid('CB13', 'no aud', { aud: undefined }),
  hybrid('CB13', 'another aud', { aud: 'budget-ios' }),
  hybrid('CB13', 'aud without the client', { aud: ['https://api.nordbank.example', 'budget-ios'] }),
  hybrid('CB13', 'azp of another client', { aud: [CLIENT, 'budget-ios'], azp: 'budget-ios' }),
  hybrid('CB13', 'expired', { iat: SECONDS - 900, exp: SECONDS - 120 }),
  hybrid('CB13', 'no exp', { exp: undefined }),
  hybrid('CB13', 'no iat', { iat: undefined }),
  hybrid('CB13', 'issued in an hour', { iat: SECONDS + 3_600, exp: SECONDS + 7_200 }),
  hybrid('CB13', 'no sub', { sub: undefined }),
  journey(
    'CB15',
    'max_age without auth_time',
    answer({ id_token: idToken({ c_hash: half(CODE) }) }, { ...HYBRID, max_age: '120' }, '#'),
    { issuer: AS },
  ),
  journey(
    'CB15',
    'auth_time older than max_age',
    answer(
      { id_token: idToken({ c_hash: half(CODE), auth_time: SECONDS - 4_000 }) },
      { ...HYBRID, max_age: '120' },
      '#',
    ),
    { issuer: AS },
  ),
  journey(
    'CB15',
    'auth_time asked for as essential and left out',
    answer(
      { id_token: idToken({ c_hash: half(CODE) }) },
      { ...HYBRID, claims: '{"id_token":{"auth_time":{"essential":true}}}' },
      '#',
    ),
    { issuer: AS },
  ),
  jarm('CB16', 'a response of another issuer', { iss: 'https://id.suedbank.example' }, {}, {}, ['CB05']),
  jarm('CB16', 'a response for another client', { aud: 'budget-ios' }),
  jarm('CB16', 'an expired response', { exp: SECONDS - 60 }),
  jarm('CB16', 'a response without exp', { exp: undefined }),
  jarm('CB16', 'a response without aud', { aud: undefined }),
  jarm('CB16', 'a response without iss', { iss: undefined }),
  jarm('CB17', 'a response for an hour', { exp: SECONDS + 3_600 }),
  jarm('CB18', 'state beside the response', {}, { state: STATE }),
  jarm('CB01', 'another state in the response', { state: 'kQ3nVb7XyT1rLe5WpZ8uMd' }),
  jarm('CB01', 'no state in the response', { state: undefined }),
  jarm('JW03', 'a response that is not signed', {}, {}, { alg: 'none' }),
  {
    rule: 'CB20',
    name: 'a code of an earlier flow',
    findings: () =>
      ofJourney(answer(), { others: [{ id: 'earlier', startedAt: SECONDS * 1_000 - 60_000, code: CODE }] }),
  },
  journey('CB21', 'a redirect by 301', { ...answer(), redirect: 301 }),
  journey('CB21', 'a redirect by 308', { ...answer(), redirect: 308 }),
  journey('CB25', 'no id_token for code id_token', answer({}, HYBRID, '#')),
  journey(
    'CB25',
    'no code for code id_token',
    answer({ code: undefined, id_token: idToken() }, HYBRID, '#'),
    { issuer: AS },
  ),
  came(
    'CB25',
    'an access token that was not asked for',
    { access_token: 'at_1', token_type: 'Bearer' },
    { also: ['CB08'] },
  ),
  came(
    'CB25',
    'an id_token that was not asked for',
    { id_token: idToken({ c_hash: half(CODE) }) },
    { also: ['CB08'], issuer: AS },
  ),
  journey('CB25', 'a code for id_token', answer({}, { response_type: 'id_token' }, '#')),
  implicit('CB25', 'no access token', {
    access_token: undefined,
    token_type: undefined,
    expires_in: undefined,
    id_token: idToken(),
  }),
  implicit('CB26', 'no token_type', { token_type: undefined }),
  journey('CB27', 'a plus in a code', {
    authorize: authorizeUrl(),
    callback: `${APP}?code=4/0Ad+QuT8k&state=${STATE}`,
  }),
  came('CB27', 'a code that was shortened', { code: '4/0AX4XfWj…' }),
  came('CB27', 'a code that ends in three dots', { code: '4/0AX4XfWj...' }),
  came('CB27', 'a line break after the code', { code: `${CODE}\n` }),
  journey('CB28', 'a callback answered with 404', { ...answer(), status: 404 }),
  journey('CB28', 'a callback answered with 500', { ...answer(), status: 500 }),
  journey('CB31', 'a request refused with 400', { authorize: authorizeUrl(), status: 400 }),
  hybrid('CB32', 'a numeric sub', { sub: 5521 }),
  hybrid('CB32', 'a sub of 300 characters', { sub: 'u'.repeat(300) }),
  hybrid('CB32', 'a sub with umlauts', { sub: 'müller' }),
  hybrid('CB32', 'an empty sub', { sub: '' }),
  hybrid(
    'CB33',
    'an issuer over http',
    { iss: 'http://id.nordbank.example' },
    {},
    { issuer: 'http://id.nordbank.example' },
  ),
  hybrid('CB33', 'an issuer with a query', { iss: `${AS}?t=1` }, {}, { issuer: `${AS}?t=1` }),
  journey('CBRU', 'a callback at another path', {
    authorize: authorizeUrl(),
    callback: url('https://www.budget.example/login', { code: CODE, state: STATE }),
  }),
  journey('CBRU', 'a callback at another host', {
    authorize: authorizeUrl(),
    callback: url('https://budget.example/login/callback', { code: CODE, state: STATE }),
  }),
  journey('CBRU', 'a callback with a slash more', {
    authorize: authorizeUrl(),
    callback: url(`${APP}/`, { code: CODE, state: STATE }),
  }),
  journey('CBRU', 'a callback over http', {
    authorize: authorizeUrl(),
    callback: url(APP.replace('https', 'http'), { code: CODE, state: STATE }),
  }),
  hybrid('JW03', 'an id_token that is not signed', {}, { alg: 'none' }),
  journey(
    'JW01',
    'an id_token with four parts',
    answer({ id_token: `${idToken({ c_hash: half(CODE) })}.x` }, HYBRID, '#'),
    { issuer: AS },
  ),
  journey(
    'JW01',
    'an id_token with two parts',
    answer(
      {
        id_token: idToken({ c_hash: half(CODE) })
          .split('.')
          .slice(0, 2)
          .join('.'),
      },
      HYBRID,
      '#',
    ),
    { issuer: AS },
  ),
  journey(
    'JW06',
    'an RSA signature cut off',
    answer({ id_token: idToken({ c_hash: half(CODE) }).slice(0, -30) }, HYBRID, '#'),
    { issuer: AS },
  ),
  journey(
    'JW06',
    'an ECDSA signature as DER',
    answer({ id_token: idToken({ c_hash: half(CODE) }, { alg: 'ES256' }, 71) }, HYBRID, '#'),
    { issuer: AS },
  ),
  hybrid('JW15', 'exp in milliseconds', { exp: (SECONDS + 600) * 1_000 }),
  hybrid('JW15', 'iat as text', { iat: String(SECONDS) }),
  hybrid('JW14', 'an unknown crit', {}, { crit: ['b65'], b65: true }),
];
