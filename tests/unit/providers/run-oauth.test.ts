import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LAB_CLIENT } from '../../sandbox/lab/token-endpoints.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { httpRequest } from '../sandbox/support/http-request.ts';
import { StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

const oauth = profileOf('oauth');

let sandbox: Sandbox;
let runner: StepRunner;
let now = Date.now();
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['lab', 'client'], now: () => now });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  runner = new StepRunner(oauth, sandbox);
  await runner.run('metadata');
});

const code_verifier = randomBytes(32).toString('base64url');
const code_challenge = createHash('sha256').update(code_verifier).digest('base64url');

async function authorize(): Promise<void> {
  const redirect_uri = `${sandbox.urls.client}/callback`;
  const parameters = { client_id: LAB_CLIENT.id, redirect_uri, state: 'st', scope: 'read', code_challenge };
  const { location = '' } = await httpRequest(
    `${sandbox.urls.lab}/authorize/302/query?${new URLSearchParams(parameters)}`,
  );
  runner.keep('callback', Object.fromEntries(new URL(location).searchParams));
}

const errorOf = async (id: string, typed: Record<string, string> = {}): Promise<unknown> =>
  (await runner.run(id, { typed })).json;

test('metadata, code, refresh, introspection, revocation', async () => {
  await authorize();
  expect(await errorOf('exchange', { code_verifier })).toEqual({
    access_token: runner.values.access_token,
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: runner.values.refresh_token,
    scope: 'read',
  });
  const first = runner.values.refresh_token ?? '';
  expect((await runner.run('refresh')).answer.status).toBe(200);
  expect(await errorOf('refresh', { refresh_token: first })).toMatchObject({ error: 'invalid_grant' });
  expect(await errorOf('introspection')).toEqual({
    active: true,
    client_id: 'grantscope-lab',
    scope: 'read',
    exp: Math.floor(now / 1000) + 3600,
    token_type: 'Bearer',
  });
  const { access_token = '' } = runner.values;
  expect((await runner.run('revocation', { typed: { token: access_token } })).answer.status).toBe(200);
  expect(await errorOf('introspection')).toEqual({ active: false });
});

test('a client without a secret proves itself by PKCE, and gets no token of its own', async () => {
  await authorize();
  const none = { authentication: 'none' } as const;
  expect((await runner.run('exchange', { ...none, typed: { code_verifier } })).answer.status).toBe(200);
  expect((await runner.run('client-credentials', none)).json).toMatchObject({ error: 'unauthorized_client' });
  const post = { authentication: 'client_secret_post' } as const;
  expect((await runner.run('client-credentials', post)).answer.status).toBe(200);
});

describe('the exchange is refused', () => {
  const WRONG: readonly (readonly [string, Record<string, string>, string])[] = [
    [
      'with another verifier',
      { code_verifier: 'x'.repeat(43) },
      'code_verifier does not fit code_challenge.',
    ],
    [
      'with another redirect_uri',
      { code_verifier, redirect_uri: 'https://other.example/' },
      'redirect_uri is not that of the authorize request.',
    ],
    ['with another code', { code_verifier, code: 'x' }, 'The code is unknown or already used.'],
  ];
  test.each(WRONG)('%s', async (_, typed, error_description) => {
    await authorize();
    expect(await errorOf('exchange', typed)).toEqual({ error: 'invalid_grant', error_description });
  });

  test('after a minute', async () => {
    await authorize();
    now += 60_000;
    expect(await errorOf('exchange', { code_verifier })).toEqual({
      error: 'invalid_grant',
      error_description: 'The code has expired.',
    });
  });

  test('with a wrong secret', async () => {
    await authorize();
    expect(await errorOf('exchange', { code_verifier, client_secret: 'no' })).toMatchObject({
      error: 'invalid_client',
    });
  });
});
