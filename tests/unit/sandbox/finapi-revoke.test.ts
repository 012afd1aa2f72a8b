import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { badCredentials, bearer, CLIENT, errorMessage, FinapiCalls, type Tokens } from './support/finapi.ts';
import { type HttpAnswer, httpRequest, postForm, postJson } from './support/http-request.ts';

let sandbox: Sandbox;
let calls: FinapiCalls;
let client: { authorization: string };
let user: Tokens;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['finapi'] });
  calls = new FinapiCalls(sandbox.urls.finapi);
  await calls.createUser({ id: 'user', password: 'secret1' });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  client = bearer(await calls.clientToken());
  user = await calls.userToken('user', 'secret1');
});

const url = (): string => `${sandbox.urls.finapi}/api/v2/oauth/revoke`;
const revoke = (fields: Record<string, string>): Promise<HttpAnswer> => postForm(url(), fields, client);

/** Whether the user's access token and refresh token still work; uses the refresh token up. */
async function working(): Promise<[access: boolean, refresh: boolean]> {
  const access = await postJson(`${sandbox.urls.finapi}/api/v2/users`, {}, bearer(user));
  const fields = { ...CLIENT, grant_type: 'refresh_token', refresh_token: user.refresh_token ?? '' };
  return [access.status === 403, (await calls.token(fields)).status === 200];
}

it.each([
  ['an access token alone', 'access_token', 'access_token', [false, true]],
  ['both by the refresh token', 'refresh_token', 'refresh_token', [false, false]],
  ['both by the access token without a hint', 'access_token', undefined, [false, false]],
  ['nothing by an access token with the wrong hint', 'access_token', 'refresh_token', [true, true]],
] as const)('revokes %s', async (_name, kind, token_type_hint, expected) => {
  const hint = token_type_hint === undefined ? {} : { token_type_hint };
  const answer = await revoke({ token: user[kind] ?? '', ...hint });
  expect([answer.status, answer.body]).toEqual([200, '']);
  expect(await working()).toEqual(expected);
});

it('takes its parameters from the URL too', async () => {
  const query = new URLSearchParams({ token: user.refresh_token ?? '', token_type_hint: 'refresh_token' });
  const answer = await httpRequest(`${url()}?${query}`, { method: 'POST', headers: client });
  expect(answer.status).toBe(200);
  expect(await working()).toEqual([false, false]);
});

it('answers 200 for a token that is none', async () => {
  expect((await revoke({ token: 'x' })).status).toBe(200);
  expect(await working()).toEqual([true, true]);
});

it('gives a new access token after the old one was revoked', async () => {
  await revoke({ token: user.access_token, token_type_hint: 'access_token' });
  expect((await calls.userToken('user', 'secret1')).access_token).not.toBe(user.access_token);
});

it('refuses no token, an unknown hint, a user, and nobody', async () => {
  expect(errorMessage(await revoke({}))).toEqual([400, 'MISSING_FIELD', 'The parameter token is required.']);
  const hint = 'token_type_hint must be access_token or refresh_token.';
  expect(errorMessage(await revoke({ token: 'x', token_type_hint: 'id_token' }))).toEqual([
    400,
    'ILLEGAL_FIELD_VALUE',
    hint,
  ]);
  const role = 'This service is for clients: send the client_credentials token.';
  expect(errorMessage(await postForm(url(), { token: 'x' }, bearer(user)))).toEqual([
    403,
    'UNAUTHORIZED_ACCESS',
    role,
  ]);
  expect(badCredentials(await postForm(url(), { token: 'x' }))[0]).toBe(401);
});
