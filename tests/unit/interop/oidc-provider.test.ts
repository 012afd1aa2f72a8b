import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../../lib/jwt/sign.ts';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import { generateKey } from '../../../lib/keys/generate.ts';
import { publicJwks } from '../../../lib/keys/public-jwks.ts';
import type { StoredKey } from '../../../lib/keys/types.ts';
import { parseParameters } from '../../../lib/oauth/parameters.ts';
import { splitUrl } from '../../../lib/oauth/url.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from '../sandbox/support/http-browser.ts';

const CLIENT = 'grantscope-jar';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['openid', 'client'] });
});
afterAll(() => sandbox.stop());

/** Sends an authorize request with this request object; gives the status and where it leads. */
async function authorize(request: string): Promise<{ status: number; location: string }> {
  const query = new URLSearchParams({ client_id: CLIENT, response_type: 'code', scope: 'openid', request });
  const answer = await fetch(`${sandbox.urls.openid}/auth?${query}`, { redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location') ?? (await answer.text()) };
}

const claims = () => ({
  iss: CLIENT,
  aud: sandbox.urls.openid,
  exp: Math.floor(Date.now() / 1000) + 300,
  client_id: CLIENT,
  response_type: 'code',
  scope: 'openid',
  redirect_uri: `${sandbox.urls.client}/cb/jar`,
  state: 'interop-state',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
});

describe.each(['PS256', 'RS256', 'ES256'] as const)('a request object signed here with %s', (algorithm) => {
  let key: StoredKey;

  beforeAll(async () => {
    key = await generateKey('interop', algorithm);
    const registered = await fetch(`${sandbox.urls.openid}/sandbox/jwks?client_id=${CLIENT}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(publicJwks([key.publicJwk])),
    });
    expect(registered.status).toBe(200);
  });

  it('is accepted by oidc-provider', async () => {
    const token = await signToken({ alg: algorithm, kid: key.kid }, claims(), key.privateKey);
    const { status, location } = await authorize(token);
    expect({ status, location }).toEqual({
      status: 303,
      location: expect.stringMatching(/^\/interaction\//),
    });
  });

  it('is refused by oidc-provider when one claim was changed afterwards', async () => {
    const token = await signToken({ alg: algorithm, kid: key.kid }, claims(), key.privateKey);
    const [header, , signature] = token.split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims(), scope: 'openid email' })).toString('base64url');
    const { location } = await authorize(`${header}.${changed}.${signature}`);
    expect(location).toContain('invalid_request_object');
  });
});

describe('an ID token of oidc-provider', () => {
  it('verifies here with its JWKS, and no longer when it is changed', async () => {
    const scenario = findScenario('openid-hybrid');
    if (!scenario) throw new Error('There is no scenario openid-hybrid.');
    const browser = new HttpBrowser();
    const { nonce } = await runScenario(scenario, sandbox, browser);
    const parameters = parseParameters(splitUrl(browser.url).fragment ?? '');
    const token = parameters.find(({ name }) => name === 'id_token')?.value ?? '';
    const jwks = (await (await fetch(`${sandbox.urls.openid}/jwks`)).json()) as { keys: JsonWebKey[] };
    const expected = { issuer: sandbox.urls.openid, audience: 'grantscope-web', ...(nonce ? { nonce } : {}) };
    expect(await verifyToken(token, jwks, expected)).toMatchObject({ status: 'verified' });

    const [header, payload = '', signature] = token.split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), sub: 'somebody else' };
    const forged = `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
    expect(await verifyToken(forged, jwks, expected)).toMatchObject({ status: 'invalid-signature' });
  });
});
