import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FINAPI_CLIENT } from '../../sandbox/finapi/client.ts';
import { PROCESS_LIFETIME_MS } from '../../sandbox/finapi/processes.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { bearer, errorMessage } from './support/finapi.ts';
import { type HttpAnswer, httpRequest, postForm, postJson } from './support/http-request.ts';

const START = Date.parse('2030-01-01T00:00:00Z');
const ORDER = {
  clientId: FINAPI_CLIENT.id,
  clientSecret: FINAPI_CLIENT.secret,
  clientReferences: [{ clientReference: 'order-1' }],
  processId: 'USER_ONLY',
};
const USED_UP = [
  404,
  'UNKNOWN_ENTITY',
  'The process token is unknown, expired, used up or invalidated.',
] as const;

let sandbox: Sandbox;
let url: string;
let now = START;
beforeAll(async () => {
  const servers = ['finapi', 'finapiProcess'] as const;
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers, now: () => now });
  url = `${sandbox.urls.finapiProcess}/api/v1/processes`;
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  now = START;
});

async function start(): Promise<string> {
  const { processes } = JSON.parse((await postJson(url, ORDER)).body) as {
    processes: { processToken: string }[];
  };
  return processes[0]?.processToken ?? '';
}
const exchange = (token: string, query = ''): Promise<HttpAnswer> => httpRequest(`${url}/${token}${query}`);
const accessTokenOf = ({ body }: HttpAnswer): string =>
  (JSON.parse(body) as { accessToken: string }).accessToken;

describe('a process', () => {
  it('is made for each client reference', async () => {
    const clientReferences = [{ clientReference: 'a' }, { clientReference: 'b' }];
    const answer = await postJson(url, { ...ORDER, clientReferences }, { 'x-request-id': 'r-1' });
    expect(answer.status).toBe(201);
    expect(answer.header('x-request-id')).toBe('r-1');
    const processToken = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(answer.body)).toEqual({
      processes: [
        { clientReference: 'a', processToken },
        { clientReference: 'b', processToken },
      ],
    });
  });

  const references = 'clientReferences must be a list of {"clientReference": "…"} that is not empty.';
  it.each([
    [{ clientId: undefined }, 401, 'MISSING_CREDENTIALS', 'clientId and clientSecret are required.'],
    [{ clientSecret: 'x' }, 401, 'UNAUTHORIZED_ACCESS', 'clientId and clientSecret do not belong together.'],
    [{ processId: 'OTHER' }, 400, 'ILLEGAL_FIELD_VALUE', 'processId must be USER_ONLY.'],
    [{ clientReferences: [] }, 400, 'ILLEGAL_FIELD_VALUE', references],
    [{ clientReferences: 'a' }, 400, 'ILLEGAL_FIELD_VALUE', references],
    [{ clientReferences: ['a'] }, 400, 'ILLEGAL_FIELD_VALUE', references],
    [{ clientReferences: [{ clientReference: '' }] }, 400, 'ILLEGAL_FIELD_VALUE', references],
  ])('is refused with %j', async (changes, status, code, message) => {
    expect(errorMessage(await postJson(url, { ...ORDER, ...changes }))).toEqual([status, code, message]);
  });

  it('is asked for as a JSON object', async () => {
    const type = 'Content-Type must be application/json.';
    expect(errorMessage(await postForm(url, {}))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE', type]);
    const object = 'The body must be a JSON object.';
    expect(errorMessage(await postJson(url, []))).toEqual([400, 'BAD_REQUEST', object]);
    const answer = await postJson(url, ORDER, { 'x-request-id': 'x'.repeat(256) });
    const long = 'X-Request-Id must not be longer than 255 characters.';
    expect(errorMessage(answer)).toEqual([400, 'BAD_REQUEST', long]);
  });
});

describe('a process token', () => {
  it("is exchanged for a user's token at Access", async () => {
    const answer = await exchange(await start(), '?invalidate=true');
    expect(answer.status).toBe(200);
    expect(answer.header('cache-control')).toBe('no-store');
    expect(JSON.parse(answer.body)).toEqual({ accessToken: expect.stringMatching(/^[\w-]{128}$/) });
    const headers = bearer({ access_token: accessTokenOf(answer) });
    const deleted = await httpRequest(`${sandbox.urls.finapi}/api/v2/users`, { method: 'DELETE', headers });
    expect(deleted.status).toBe(200);
  });

  it('works once when it is invalidated', async () => {
    const token = await start();
    expect((await exchange(token, '?invalidate=true')).status).toBe(200);
    expect(errorMessage(await exchange(token, '?invalidate=true'))).toEqual(USED_UP);
  });

  it.each(['', '?invalidate=false'])(
    'works ten times with "%s", for the same access token',
    async (query) => {
      const token = await start();
      const answers: HttpAnswer[] = [];
      for (let index = 0; index < 10; index += 1) answers.push(await exchange(token, query));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(new Set(answers.map(accessTokenOf)).size).toBe(1);
      expect(errorMessage(await exchange(token, query))).toEqual(USED_UP);
    },
  );

  it('expires', async () => {
    const token = await start();
    now = START + PROCESS_LIFETIME_MS - 1;
    expect((await exchange(token)).status).toBe(200);
    now += 1;
    expect(errorMessage(await exchange(token))).toEqual(USED_UP);
  });

  it('must be known, and invalidate true or false', async () => {
    expect(errorMessage(await exchange('x'))).toEqual(USED_UP);
    const message = 'invalidate must be true or false.';
    const answer = await exchange(await start(), '?invalidate=yes');
    expect(errorMessage(answer)).toEqual([400, 'ILLEGAL_FIELD_VALUE', message]);
  });
});
