import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountFaults } from '../../sandbox/faults.ts';
import type { ServerName } from '../../sandbox/ports.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { put } from './support/dauth.ts';
import { type HttpAnswer, httpRequest } from './support/http-request.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  const servers = ['obp', 'finapi', 'finapiProcess', 'connectpay', 'leatherback', 'lab'] as const;
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers });
});
afterAll(() => sandbox.stop());

const arm = (server: ServerName, fault: unknown): Promise<HttpAnswer> =>
  put(`${sandbox.urls[server]}/sandbox/fault`, fault);
const call = (server: ServerName, path: string, method = 'POST'): Promise<HttpAnswer> =>
  httpRequest(sandbox.urls[server] + path, { method });

const REALM = 'OBP-20001: User not logged in. Authentication is required! <- ';
const TOLD = 'The sandbox was told to fail.';
const finapi = (message: string, code: string): unknown =>
  expect.objectContaining({ errors: [expect.objectContaining({ message, code })] });
const oauth = (error: string, error_description: string): unknown => ({ error, error_description });

const CASES: readonly (readonly [ServerName, string, string, number, unknown])[] = [
  ['obp', '/obp/v3.0.0/users/current', '500', 500, { code: 500, message: 'OBP-50000: Unknown Error.' }],
  [
    'obp',
    '/obp/v3.0.0/users/current',
    'expired',
    401,
    { code: 401, message: `${REALM}OBP-20003: This DirectLogin token is invalid or expired:` },
  ],
  [
    'obp',
    '/obp/v5.1.0/users/current',
    'locked',
    401,
    {
      code: 401,
      message: `${REALM}OBP-20013: The account has been locked, please contact an administrator!`,
    },
  ],
  [
    'obp',
    '/obp/v2.0.0/users/current',
    'ip-not-allowed',
    400,
    { code: 400, message: 'OBP-20069: DAuth login can be done only from allowed addresses.' },
  ],
  ['finapi', '/api/v2/oauth/token', '500', 500, oauth('server_error', TOLD)],
  ['finapi', '/api/v2/oauth/token', 'expired', 400, oauth('invalid_grant', 'The refresh_token has expired.')],
  ['finapi', '/api/v2/oauth/token', 'locked', 423, oauth('invalid_grant', 'User account is locked')],
  [
    'finapi',
    '/api/v2/oauth/token',
    'ip-not-allowed',
    403,
    oauth('access_denied', 'This address is not allowed to call finAPI.'),
  ],
  ['finapi', '/api/v2/users', '500', 500, finapi(TOLD, 'UNEXPECTED_ERROR')],
  [
    'finapi',
    '/api/v2/users',
    'expired',
    401,
    oauth('invalid_token', 'Access token expired: the sandbox was told so.'),
  ],
  ['finapiProcess', '/api/v1/processes', 'locked', 423, finapi('The user is locked.', 'LOCKED')],
  [
    'finapiProcess',
    '/api/v1/processes',
    'ip-not-allowed',
    403,
    finapi('This address is not allowed to call finAPI.', 'FORBIDDEN'),
  ],
  ['connectpay', '/auth/v1/oauth2/token', '500', 500, oauth('server_error', TOLD)],
  [
    'connectpay',
    '/auth/v1/oauth2/code',
    'expired',
    401,
    oauth('invalid_token', 'The access token has expired.'),
  ],
  ['connectpay', '/auth/v1/oauth2/revoke', 'locked', 423, oauth('access_denied', 'The account is locked.')],
  ['leatherback', '/accounts', 'expired', 401, oauth('invalid_token', 'The access token has expired.')],
  ['lab', '/token', 'expired', 400, oauth('invalid_grant', 'The code has expired.')],
  ['lab', '/introspect', '500', 500, oauth('server_error', TOLD)],
  ['connectpay', '/auth/v1/oauth2/token', 'expired', 400, oauth('invalid_grant', 'The code has expired.')],
  ['connectpay', '/auth/v1/oauth2/token', 'locked', 423, oauth('access_denied', 'The account is locked.')],
  ['leatherback', '/auth/token', 'expired', 400, oauth('invalid_grant', 'The code has expired.')],
  [
    'leatherback',
    '/account-access-consents',
    'expired',
    401,
    oauth('invalid_token', 'The access token has expired.'),
  ],
  [
    'leatherback',
    '/api/account/registration',
    'ip-not-allowed',
    403,
    oauth('access_denied', 'This address is not allowed to call the API.'),
  ],
];

describe('a fault', () => {
  it.each(CASES)('%s %s %s', async (server, path, kind, status, body) => {
    expect((await arm(server, { kind, times: 1 })).status).toBe(200);
    const answer = await call(server, path, server === 'obp' ? 'GET' : 'POST');
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual(body);
    expect(JSON.parse((await httpRequest(`${sandbox.urls[server]}/sandbox/fault`)).body)).toEqual({
      times: 0,
    });
    const next = await call(server, path, server === 'obp' ? 'GET' : 'POST');
    expect(next.body).not.toBe(answer.body);
  });

  it('lasts as long as it was told, and 0 ends it', async () => {
    await arm('finapi', { kind: '500', times: 3 });
    expect((await call('finapi', '/api/v2/users')).status).toBe(500);
    const left = await httpRequest(`${sandbox.urls.finapi}/sandbox/fault`);
    expect(JSON.parse(left.body)).toEqual({ kind: '500', times: 2, delay_ms: 3000 });
    expect((await call('finapi', '/api/v2/users')).status).toBe(500);
    expect(JSON.parse((await arm('finapi', { kind: '500', times: 0 })).body)).toEqual({ times: 0 });
    expect((await call('finapi', '/api/v2/users')).status).toBe(401);
  });

  it('leaves the sign-in pages and the other servers alone', async () => {
    await arm('connectpay', { kind: '500', times: 1 });
    expect((await call('connectpay', '/auth/redirect', 'GET')).status).toBe(400);
    expect((await call('leatherback', '/auth/token')).status).toBe(400);
    expect((await call('connectpay', '/auth/v1/oauth2/token')).status).toBe(500);
    await arm('leatherback', { kind: '500', times: 1 });
    expect((await call('leatherback', '/?request=x', 'GET')).status).toBe(400);
    expect((await call('leatherback', '/authorize/login')).status).toBe(400);
    expect((await call('leatherback', '/auth/token')).status).toBe(500);
  });

  it.each([
    ['obp', '/obp/v3.0.0/users/current', 'GET'],
    ['finapi', '/api/v2/users', 'POST'],
    ['connectpay', '/auth/v1/oauth2/token', 'POST'],
  ] as const)('changes the content type alone: %s', async (server, path, method) => {
    const usual = await call(server, path, method);
    expect(usual.header('content-type')).toBe('application/json');
    await arm(server, { kind: 'wrong-content-type', times: 1 });
    const answer = await call(server, path, method);
    expect(answer.header('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.status).toBe(usual.status);
    expect(Object.keys(JSON.parse(answer.body))).toEqual(Object.keys(JSON.parse(usual.body)));
  });

  it.each([
    [[], 'The body must be JSON of the form {"kind": "500", "times": 1}.'],
    [{ kind: 500 }, 'kind must be one of slow, 500, wrong-content-type, expired, locked, ip-not-allowed.'],
    [{ kind: '500', times: 1.5 }, 'times must be a whole number from 0 to 1000.'],
    [{ kind: '500', times: -1 }, 'times must be a whole number from 0 to 1000.'],
    [{ kind: 'slow', delay_ms: 60_001 }, 'delay_ms must be a whole number from 0 to 60000.'],
  ])('is refused: %j', async (fault, message) => {
    for (const server of ['finapi', 'leatherback'] as const) {
      const answer = await arm(server, fault);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toEqual({ error: 'invalid_fault', error_description: message });
    }
  });

  it.each(['finapi', 'finapiProcess', 'connectpay', 'leatherback', 'lab'] as const)(
    'may be ordered from any origin: %s',
    async (server) => {
      const headers = { origin: 'chrome-extension://abc', 'access-control-request-method': 'PUT' };
      const url = `${sandbox.urls[server]}/sandbox/fault`;
      const preflight = await httpRequest(url, { method: 'OPTIONS', headers });
      expect(preflight.status).toBe(204);
      expect(preflight.header('access-control-allow-origin')).toBe('*');
      expect(preflight.header('access-control-allow-methods')).toBe('GET,PUT');
      expect(preflight.header('access-control-allow-headers')).toBe('Content-Type');
    },
  );
});

it('a slow answer waits as long as it was told, then is the usual one', async () => {
  const waits: number[] = [];
  const app = new Hono();
  mountFaults(app, {
    isApi: (path) => path === '/api',
    answer: (c) => c.text('failed', 500),
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  app.get('/api', (c) => c.text('usual'));
  const order = (fault: unknown): Promise<Response> =>
    Promise.resolve(app.request('/sandbox/fault', { method: 'PUT', body: JSON.stringify(fault) }));

  await order({ kind: 'slow', times: 2, delay_ms: 250 });
  for (let index = 0; index < 3; index += 1) expect(await (await app.request('/api')).text()).toBe('usual');
  await order({ kind: 'slow' });
  expect(await (await app.request('/api')).text()).toBe('usual');
  expect(waits).toEqual([250, 250, 3000]);
});
