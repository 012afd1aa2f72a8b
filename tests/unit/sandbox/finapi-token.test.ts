import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { badCredentials, CLIENT, FinapiCalls, type Tokens } from './support/finapi.ts';
import { httpRequest, postForm, postJson } from './support/http-request.ts';

const START = Date.parse('2030-01-01T00:00:00Z');
const HOUR = 60 * 60 * 1000;
const TOKEN = /^[\w-]{128}$/;
const USER = { id: 'Jane.Doe@example.com', password: 'secret1' };
const PASSWORD = { ...CLIENT, grant_type: 'password', username: USER.id, password: USER.password };

let sandbox: Sandbox;
let calls: FinapiCalls;
let now = START;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['finapi'], now: () => now });
  calls = new FinapiCalls(sandbox.urls.finapi);
  await calls.createUser(USER);
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  now = START;
});

describe('the token endpoint', () => {
  it('gives the client a token without a refresh token', async () => {
    const answer = await calls.token({ ...CLIENT, grant_type: 'client_credentials' });
    expect(answer.status).toBe(200);
    expect(answer.header('cache-control')).toBe('no-store');
    expect(JSON.parse(answer.body)).toEqual({
      access_token: expect.stringMatching(TOKEN),
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'all',
    });
  });

  it('gives a user a token with a refresh token, whatever the case of the name', async () => {
    const answer = await calls.token({ ...PASSWORD, username: 'JANE.DOE@EXAMPLE.COM' });
    expect(JSON.parse(answer.body)).toEqual({
      access_token: expect.stringMatching(TOKEN),
      refresh_token: expect.stringMatching(TOKEN),
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'all',
    });
  });

  it('gives the same token until it expires', async () => {
    for (const ask of [() => calls.clientToken(), () => calls.userToken(USER.id, USER.password)]) {
      now = START + 2 * HOUR;
      const first = await ask();
      now += HOUR - 1000;
      expect(await ask()).toEqual({ ...first, expires_in: 1 });
      now += 1000;
      const second = await ask();
      expect(second.access_token).not.toBe(first.access_token);
      expect(second.expires_in).toBe(3600);
    }
  });

  it('trades a refresh token once, even after the access token expired', async () => {
    const first = await calls.userToken(USER.id, USER.password);
    now = START + 24 * HOUR;
    const fields = { ...CLIENT, grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    const answer = await calls.token(fields);
    expect(answer.status).toBe(200);
    const second = JSON.parse(answer.body) as Tokens;
    expect(second.refresh_token).toMatch(TOKEN);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(await calls.userToken(USER.id, USER.password)).toEqual(second);
    expect(badCredentials(await calls.token(fields))).toEqual([
      400,
      'invalid_grant',
      'The refresh_token is unknown, revoked or already used.',
    ]);
  });
});

describe('the token endpoint refuses', () => {
  const without = (name: keyof typeof PASSWORD): Record<string, string> => {
    const { [name]: _, ...rest } = PASSWORD;
    return rest;
  };
  it.each([
    ['no grant_type', without('grant_type'), 400, 'invalid_request', 'The parameter grant_type is required.'],
    ['no client_id', without('client_id'), 400, 'invalid_request', 'The parameter client_id is required.'],
    [
      'a user without client_secret',
      without('client_secret'),
      401,
      'invalid_client',
      'The parameter client_secret is required, for users too.',
    ],
    [
      'a wrong client_secret',
      { ...PASSWORD, client_secret: 'x' },
      401,
      'invalid_client',
      'Bad client credentials',
    ],
    ['an unknown client', { ...PASSWORD, client_id: 'x' }, 401, 'invalid_client', 'Bad client credentials'],
    ['no username', without('username'), 400, 'invalid_request', 'The parameter username is required.'],
    ['no password', without('password'), 400, 'invalid_request', 'The parameter password is required.'],
    ['an unknown user', { ...PASSWORD, username: 'nobody' }, 400, 'invalid_grant', 'Bad credentials'],
    [
      'another grant type',
      { ...PASSWORD, grant_type: 'authorization_code' },
      400,
      'unsupported_grant_type',
      'grant_type must be client_credentials, password or refresh_token.',
    ],
    [
      'no refresh token',
      { ...CLIENT, grant_type: 'refresh_token' },
      400,
      'invalid_request',
      'The parameter refresh_token is required.',
    ],
    [
      'an unknown refresh token',
      { ...CLIENT, grant_type: 'refresh_token', refresh_token: 'x' },
      400,
      'invalid_grant',
      'The refresh_token is unknown, revoked or already used.',
    ],
  ])('%s', async (_name, fields: Record<string, string>, status, error, description) => {
    expect(badCredentials(await calls.token(fields))).toEqual([status, error, description]);
  });

  it('parameters in the URL, JSON, and repeated ones', async () => {
    const url = `${sandbox.urls.finapi}/api/v2/oauth/token`;
    const inUrl = 'Send the parameters in the body: the URL must not have a query.';
    for (const body of [undefined, new URLSearchParams(PASSWORD).toString()]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const request = body === undefined ? { headers } : { headers, body };
      const address = `${url}?${new URLSearchParams(PASSWORD)}`;
      const answer = await httpRequest(address, { method: 'POST', ...request });
      expect(badCredentials(answer)).toEqual([400, 'invalid_request', inUrl]);
    }
    const isJson = 'Content-Type must be application/x-www-form-urlencoded.';
    expect(badCredentials(await postJson(url, PASSWORD))).toEqual([400, 'invalid_request', isJson]);
    const twice = new URLSearchParams([...Object.entries(PASSWORD), ['password', 'x']]);
    const description = 'The parameter password must be sent exactly once.';
    expect(badCredentials(await postForm(url, twice))).toEqual([400, 'invalid_request', description]);
  });

  it('a user after five wrong passwords in a row, for good', async () => {
    await calls.createUser({ id: 'locked', password: 'secret1' });
    const fields = { ...CLIENT, grant_type: 'password', username: 'locked' };
    const attempt = async (password: string): Promise<number> =>
      (await calls.token({ ...fields, password })).status;
    const wrong = ['a', 'b', 'c', 'd'];
    for (const password of wrong) expect(await attempt(password)).toBe(400);
    expect(await attempt('secret1')).toBe(200);
    for (const password of wrong) expect(await attempt(password)).toBe(400);
    for (const password of ['e', 'secret1']) {
      const answer = await calls.token({ ...fields, password });
      expect(badCredentials(answer)).toEqual([423, 'invalid_grant', 'User account is locked']);
    }
  });

  it('a request id that is too long', async () => {
    const answer = await calls.token(PASSWORD, { 'x-request-id': 'x'.repeat(256) });
    const description = 'X-Request-Id must not be longer than 255 characters.';
    expect(badCredentials(answer)).toEqual([400, 'invalid_request', description]);
  });
});
