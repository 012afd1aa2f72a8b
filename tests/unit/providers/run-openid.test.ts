import { createHash, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientAuthentication } from '../../../lib/providers/step-types.ts';
import { OPENID_CLIENTS, OPENID_LONG_SECRET, OPENID_SECRET } from '../../sandbox/openid/clients.ts';
import { logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from '../sandbox/support/http-browser.ts';
import { createTestKey, putJwks, type TestKey } from '../sandbox/support/leatherback.ts';
import { type RunOptions, StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

const openid = profileOf('openid');

let sandbox: Sandbox;
let runner: StepRunner;
let key: TestKey;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['openid', 'client'] });
  runner = new StepRunner(openid, sandbox);
  key = await createTestKey();
  await putJwks(sandbox.urls.openid, OPENID_CLIENTS.keyJwt, { keys: [key.publicJwk] });
  await runner.run('discovery');
});
afterAll(() => sandbox.stop());

/** The claims of a client assertion (OpenID Connect Core section 9). */
const assertionOf = (client: string): Record<string, unknown> => ({
  iss: client,
  sub: client,
  aud: sandbox.urls.openid,
  jti: randomBytes(16).toString('base64url'),
  exp: Math.floor(Date.now() / 1000) + 60,
});

interface Way {
  readonly authentication: ClientAuthentication;
  readonly client_id: string;
  readonly client_secret: string;
  readonly assertion?: () => Promise<string>;
}

const WAYS: readonly Way[] = [
  { authentication: 'client_secret_basic', client_id: OPENID_CLIENTS.web, client_secret: OPENID_SECRET },
  { authentication: 'client_secret_post', client_id: OPENID_CLIENTS.post, client_secret: OPENID_SECRET },
  {
    authentication: 'client_secret_jwt',
    client_id: OPENID_CLIENTS.secretJwt,
    client_secret: OPENID_LONG_SECRET,
    assertion: () =>
      new SignJWT(assertionOf(OPENID_CLIENTS.secretJwt))
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(OPENID_LONG_SECRET)),
  },
  {
    authentication: 'private_key_jwt',
    client_id: OPENID_CLIENTS.keyJwt,
    client_secret: '',
    assertion: () => key.sign(assertionOf(OPENID_CLIENTS.keyJwt)),
  },
  { authentication: 'none', client_id: OPENID_CLIENTS.public, client_secret: '' },
];

async function optionsOf(way: Way, typed: Record<string, string> = {}): Promise<RunOptions> {
  const { authentication, client_id, client_secret, assertion } = way;
  return {
    authentication,
    typed: { client_id, client_secret, ...typed },
    ...(assertion ? { assertion: await assertion() } : {}),
  };
}

async function authorize(client_id: string, extra: Record<string, string>): Promise<Record<string, string>> {
  const browser = new HttpBrowser();
  const parameters = new URLSearchParams({ client_id, ...extra });
  await browser.goto(`${runner.values.authorization_endpoint}?${parameters}`);
  await logIn(browser);
  await browser.click('#continue');
  return Object.fromEntries(new URL(browser.url).searchParams);
}

const redirect = (): string => `${sandbox.urls.client}/callback`;

test('discovery fills every address, and the keys are there', async () => {
  const { origin } = new URL(sandbox.urls.openid);
  expect(runner.values).toMatchObject({
    issuer: origin,
    token_endpoint: `${origin}/token`,
    pushed_authorization_request_endpoint: `${origin}/request`,
    device_authorization_endpoint: `${origin}/device/auth`,
  });
  await runner.run('jwks');
  expect(runner.values.kid).toBe('sandbox-rsa');
});

describe.each(WAYS.map((way) => [way.authentication, way] as const))('%s', (_, way) => {
  test('pushed request, code, tokens, userinfo, introspection, refresh, revocation', async () => {
    const code_verifier = randomBytes(32).toString('base64url');
    const code_challenge = createHash('sha256').update(code_verifier).digest('base64url');
    const pushed = {
      response_type: 'code',
      scope: 'openid email offline_access',
      redirect_uri: redirect(),
      code_challenge,
      code_challenge_method: 'S256',
    };
    expect((await runner.run('pushed-request', await optionsOf(way, pushed))).answer.status).toBe(201);
    const { request_uri = '' } = runner.values;
    runner.keep('callback', await authorize(way.client_id, { request_uri, prompt: 'consent' }));

    const exchange = await optionsOf(way, { code_verifier, redirect_uri: redirect() });
    expect((await runner.run('exchange', exchange)).json).toMatchObject({ token_type: 'Bearer' });
    expect((await runner.run('userinfo')).json).toMatchObject({ sub: 'demo' });
    expect((await runner.run('introspection', await optionsOf(way))).json).toMatchObject({ active: true });
    expect((await runner.run('revocation', await optionsOf(way))).answer.status).toBe(200);
    expect((await runner.run('introspection', await optionsOf(way))).json).toEqual({ active: false });
  });

  test('device code: pending until the person has agreed', async () => {
    await runner.run('device-authorization', await optionsOf(way));
    const pending = await runner.run('device-token', await optionsOf(way));
    expect([pending.answer.status, (pending.json as { error: string }).error]).toEqual([
      400,
      'authorization_pending',
    ]);
    const browser = new HttpBrowser();
    await browser.goto(runner.values.verification_uri_complete ?? '');
    await browser.click('#continue');
    await logIn(browser);
    await browser.click('#continue');
    expect(browser.html).toContain('The device is connected');
    expect((await runner.run('device-token', await optionsOf(way))).json).toMatchObject({
      token_type: 'Bearer',
    });
  });
});

test('refresh gives new tokens', async () => {
  const [basic] = WAYS;
  if (!basic) throw new Error('There is no way.');
  const parameters = {
    response_type: 'code',
    scope: 'openid offline_access',
    prompt: 'consent',
    redirect_uri: redirect(),
  };
  runner.keep('callback', await authorize(basic.client_id, parameters));
  await runner.run('exchange', await optionsOf(basic, { redirect_uri: redirect(), code_verifier: '' }));
  const before = runner.values.access_token;
  expect((await runner.run('refresh', await optionsOf(basic))).answer.status).toBe(200);
  expect(runner.values.access_token).not.toBe(before);
});

test.each(
  WAYS.filter(({ authentication }) => authentication !== 'none').map(
    (way) => [way.authentication, way] as const,
  ),
)('client credentials with %s', async (_, way) => {
  expect((await runner.run('client-credentials', await optionsOf(way))).json).toMatchObject({
    token_type: 'Bearer',
    expires_in: 600,
  });
});
