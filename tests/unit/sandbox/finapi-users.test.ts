import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { badCredentials, bearer, CLIENT, errorMessage, FinapiCalls } from './support/finapi.ts';
import { type HttpAnswer, httpRequest, postForm, postJson } from './support/http-request.ts';

const START = Date.parse('2030-01-01T00:00:00Z');
const UNAUTHORIZED = [401, 'unauthorized', 'Full authentication is required to access this resource'];

let sandbox: Sandbox;
let calls: FinapiCalls;
let users: string;
let now = START;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['finapi'], now: () => now });
  calls = new FinapiCalls(sandbox.urls.finapi);
  users = `${sandbox.urls.finapi}/api/v2/users`;
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  now = START;
});

describe('a new user', () => {
  it('is shown with all that was given, the password too', async () => {
    const user = {
      id: '0aZ-_.+@',
      password: 'p'.repeat(128),
      email: 'e'.repeat(320),
      phone: '1'.repeat(50),
      isAutoUpdateEnabled: true,
    };
    const answer = await calls.createUser({ ...user, unknown: 1 });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body)).toEqual(user);
  });

  it('gets an id and a password, with which it can log in', async () => {
    const answer = await calls.createUser({ id: null });
    const user = JSON.parse(answer.body) as { id: string; password: string };
    expect(user).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      password: expect.stringMatching(/^[\w-]{24}$/),
      email: null,
      phone: null,
      isAutoUpdateEnabled: false,
    });
    expect((await calls.userToken(user.id, user.password)).scope).toBe('all');
  });

  it('needs an id that nobody has, in any case of its letters', async () => {
    await calls.createUser({ id: 'Taken' });
    expect(errorMessage(await calls.createUser({ id: 'tAKEN' }))).toEqual([
      422,
      'ENTITY_EXISTS',
      "The user id 'tAKEN' is taken.",
    ]);
  });

  const id = 'id must be 1 to 36 characters of 0-9, A-Z, a-z and -_.+@.';
  const password = 'password must be 6 to 128 characters long.';
  it.each([
    [{ id: '' }, id],
    [{ id: 'a'.repeat(37) }, id],
    [{ id: 'a b' }, id],
    [{ id: 1 }, id],
    [{ password: '12345' }, password],
    [{ password: 'p'.repeat(129) }, password],
    [{ email: 'e'.repeat(321) }, 'email must be a text of at most 320 characters.'],
    [{ phone: '1'.repeat(51) }, 'phone must be a text of at most 50 characters.'],
    [{ isAutoUpdateEnabled: 'true' }, 'isAutoUpdateEnabled must be true or false.'],
    [[], 'The body must be a JSON object; {} will do.'],
  ])('is refused: %j', async (input, message) => {
    expect(errorMessage(await calls.createUser(input))).toEqual([400, 'ILLEGAL_FIELD_VALUE', message]);
  });

  it('is asked for as JSON, with the token of the client', async () => {
    const client = await calls.clientToken();
    expect(errorMessage(await postForm(users, {}, bearer(client)))).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Content-Type must be application/json.',
    ]);
    expect(badCredentials(await postJson(users, {}))).toEqual(UNAUTHORIZED);
    expect(badCredentials(await postJson(users, {}, { authorization: 'Basic x' }))).toEqual(UNAUTHORIZED);
    expect(badCredentials(await postJson(users, {}, bearer({ access_token: 'x' })))).toEqual([
      401,
      'invalid_token',
      'Invalid access token: x',
    ]);
    now = START + 60 * 60 * 1000;
    expect(badCredentials(await postJson(users, {}, bearer(client)))).toEqual([
      401,
      'invalid_token',
      `Access token expired: ${client.access_token}`,
    ]);
  });

  it('cannot be made by a user', async () => {
    await calls.createUser({ id: 'role', password: 'secret1' });
    const headers = { ...bearer(await calls.userToken('role', 'secret1')), 'x-request-id': 'r-1' };
    const answer = await postJson(users, {}, headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toEqual({
      errors: [
        {
          message: 'This service is for clients: send the client_credentials token.',
          code: 'UNAUTHORIZED_ACCESS',
          type: 'TECHNICAL',
          multiStepAuthentication: null,
        },
      ],
      date: '2030-01-01 00:00:00.000',
      requestId: 'r-1',
      endpoint: 'POST /api/v2/users',
      authContext: '1/1',
      bank: null,
    });
  });
});

describe('deleting a user', () => {
  const remove = (headers: Record<string, string>): Promise<HttpAnswer> =>
    httpRequest(users, { method: 'DELETE', headers });
  const override = (headers: Record<string, string>): Promise<HttpAnswer> =>
    httpRequest(users, { method: 'POST', headers: { ...headers, 'x-http-method-override': 'DELETE' } });

  it.each([
    ['DELETE', 'gone-1', remove],
    ['POST with an override', 'gone-2', override],
  ])('takes its own token, by %s', async (_name, id, send) => {
    await calls.createUser({ id, password: 'secret1' });
    const tokens = await calls.userToken(id, 'secret1');
    const answer = await send(bearer(tokens));
    expect([answer.status, answer.body]).toEqual([200, '']);
    expect((await send(bearer(tokens))).status).toBe(401);
    const fields = { ...CLIENT, grant_type: 'password', username: id, password: 'secret1' };
    expect((await calls.token(fields)).status).toBe(400);
    expect((await calls.createUser({ id })).status).toBe(201);
  });

  it('does not take the token of the client, nor none', async () => {
    expect(errorMessage(await remove(bearer(await calls.clientToken())))).toEqual([
      403,
      'UNAUTHORIZED_ACCESS',
      "This service is for users: send the user's token.",
    ]);
    expect(badCredentials(await remove({}))).toEqual(UNAUTHORIZED);
  });
});

describe('the request id', () => {
  it('is sent back, or made', async () => {
    const longest = 'x'.repeat(255);
    const given = await httpRequest(users, { headers: { 'x-request-id': longest } });
    expect(given.header('x-request-id')).toBe(longest);
    expect(errorMessage(given)).toEqual([404, 'UNKNOWN_ENTITY', 'There is no such service.']);
    const made = await postJson(users, {});
    expect(made.header('x-request-id')).toMatch(/^selfgen-[0-9a-f-]{36}$/);
  });

  it('has at most 255 characters', async () => {
    const answer = await postJson(users, {}, { 'x-request-id': 'x'.repeat(256) });
    const message = 'X-Request-Id must not be longer than 255 characters.';
    expect(errorMessage(answer)).toEqual([400, 'BAD_REQUEST', message]);
  });
});
