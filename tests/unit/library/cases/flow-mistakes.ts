import { evaluateFlow } from '../../../../lib/index.ts';
import {
  type Call,
  type Fields,
  type Flow,
  fieldsIn,
  flowOf,
  flowsOf,
  type Json,
  NOW,
  type Options,
  ofCall,
  ofJourney,
  SECONDS,
  token,
  url,
} from '../support/journeys.ts';
import {
  APP,
  AS,
  answer,
  authorizeUrl,
  CHALLENGE,
  CLIENT,
  CODE,
  idToken,
  type Mistake,
  STATE,
} from '../support/sound.ts';

const PUSHED = 'urn:ietf:params:oauth:request_uri:Xk2c7Yc2Lq';

const push = (
  rule: string,
  name: string,
  change: Fields,
  options: Options = {},
  also: readonly string[] = [],
  body: Json = {},
): Mistake => ({
  rule,
  name: `a pushed request: ${name}`,
  findings: () =>
    ofCall(
      {
        profileId: 'openid',
        method: 'POST',
        url: `${AS}/oauth2/par`,
        encoding: 'form',
        fields: fieldsIn('form', {
          client_id: CLIENT,
          response_type: 'code',
          redirect_uri: APP,
          scope: 'openid accounts',
          state: STATE,
          code_challenge: CHALLENGE,
          code_challenge_method: 'S256',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: token({
            iss: CLIENT,
            sub: CLIENT,
            aud: AS,
            jti: 'a-1',
            iat: SECONDS,
            exp: SECONDS + 60,
          }),
          ...change,
        }),
        status: 201,
        body: JSON.stringify({ request_uri: PUSHED, expires_in: 60, ...body }),
        contentType: 'application/json',
      },
      options,
    ),
  also,
});

const loggedOut = (
  rule: string,
  name: string,
  request: Fields,
  back?: Fields,
  to = 'https://www.budget.example/bye',
): Mistake => ({
  rule,
  name: `a logout: ${name}`,
  findings: () =>
    ofJourney({
      authorize: url(`${AS}/oauth2/sessions/logout`, {
        id_token_hint: idToken(),
        post_logout_redirect_uri: 'https://www.budget.example/bye',
        state: STATE,
        ...request,
      }),
      callback: url(to, back ?? { state: STATE }),
    }),
});

const calls = (
  rule: string,
  name: string,
  ...sent: readonly { readonly fields: Fields; readonly body: Json }[]
): Mistake => ({
  rule,
  name,
  findings: () => {
    const made = sent.map(({ fields, body }, index) => ({
      id: `c-${index}`,
      stepId: 'token',
      name: 'Token',
      at: NOW + 900 + index,
      elapsed: 5,
      profileId: 'openid',
      method: 'POST',
      url: `${AS}/oauth2/token`,
      encoding: 'form',
      fields: fieldsIn('form', { client_id: CLIENT, ...fields }),
      status: 200,
      body: JSON.stringify({ access_token: `at-${index}`, token_type: 'Bearer', expires_in: 60, ...body }),
    })) satisfies readonly Call[];
    return evaluateFlow({ ...flowOf(answer()), calls: made }, { now: NOW + 2_000 });
  },
});

const series = (count: number, apart: number): readonly Flow[] =>
  flowsOf(
    ...Array.from({ length: count }, (_, index) => {
      const state = `${STATE}${index}`;
      return {
        authorize: authorizeUrl({
          state,
          nonce: `jX2sLh7GfE5vBq9NwC3yMo${index}`,
          code_challenge: undefined,
          code_challenge_method: undefined,
        }),
        callback: url(APP, { code: `${CODE}${index}`, state }),
        at: index * apart,
      };
    }),
  );

/** Mistakes that several requests, or calls beside the redirects, make together. */
export const FLOW_MISTAKES: readonly Mistake[] = [
  push('RO21', 'request_uri inside', { request_uri: 'urn:x:1' }),
  push('RO21', 'no authentication', { client_assertion: undefined, client_assertion_type: undefined }),
  push(
    'RO24',
    'no PKCE',
    { code_challenge: undefined, code_challenge_method: undefined },
    { choice: 'fapi2' },
  ),
  push('RO24', 'plain', { code_challenge_method: 'plain' }, { choice: 'fapi2' }),
  push('RO24', 'no method', { code_challenge_method: undefined }, { choice: 'fapi2' }),
  push('TK07', 'a secret beside an assertion', { client_secret: 's3cret' }),
  push('RO22', 'a lifetime of ten minutes under FAPI 2.0', {}, { choice: 'fapi2' }, [], { expires_in: 600 }),
  loggedOut('LO01', 'another state', {}, { state: 'kQ3nVb7XyT1rLe5WpZ8uMd' }),
  loggedOut('LO01', 'no state', {}, {}),
  loggedOut('LO02', 'nobody says whose', { id_token_hint: undefined }),
  loggedOut('LO03', 'another page', {}, { state: STATE }, 'https://www.budget.example/start'),
  calls(
    'TK09',
    'a refresh token is used again',
    { fields: { grant_type: 'refresh_token', refresh_token: 'rt-1' }, body: { refresh_token: 'rt-2' } },
    { fields: { grant_type: 'refresh_token', refresh_token: 'rt-1' }, body: { refresh_token: 'rt-3' } },
  ),
  {
    rule: 'CB30',
    name: 'five rounds of sign-in within seconds',
    findings: () => {
      const flow = series(6, 1_500)[4] as Flow;
      return evaluateFlow(flow, { now: NOW + 20_000 });
    },
  },
];
