import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPENID_SECRET, RESPONSE_TYPES } from '../../sandbox/openid/clients.ts';
import { logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';
import { basic, httpRequest, postForm } from './support/http-request.ts';
import { putJwks } from './support/leatherback.ts';

let sandbox: Sandbox;
let origin: string;
let callback: string;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['openid', 'client'] });
  origin = sandbox.urls.openid;
  callback = `${sandbox.urls.client}/callback`;
});
afterAll(() => sandbox.stop());

const WEB = { authorization: basic('grantscope-web', OPENID_SECRET) };

const authorizeUrl = (changes: Record<string, string> = {}): string => {
  const usual = {
    client_id: 'grantscope-web',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: callback,
    state: 'st-1',
    nonce: 'n-1',
  };
  return `${origin}/auth?${new URLSearchParams({ ...usual, ...changes })}`;
};

async function signIn(url: string): Promise<HttpBrowser> {
  const browser = new HttpBrowser();
  await browser.goto(url);
  await logIn(browser);
  await browser.click('#continue');
  return browser;
}

/** The answer's parameters, from query or fragment. */
function answerOf({ url }: HttpBrowser): Record<string, string> {
  const { origin: at, pathname, search, hash } = new URL(url);
  expect(at + pathname).toBe(callback);
  return Object.fromEntries(new URLSearchParams(search === '' ? hash.slice(1) : search));
}

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe('discovery', () => {
  it('says what the provider can do', async () => {
    const metadata = json((await httpRequest(`${origin}/.well-known/openid-configuration`)).body);
    expect(metadata).toMatchObject({
      issuer: origin,
      authorization_endpoint: `${origin}/auth`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/jwks`,
      pushed_authorization_request_endpoint: `${origin}/request`,
      revocation_endpoint: `${origin}/token/revocation`,
      introspection_endpoint: `${origin}/token/introspection`,
      device_authorization_endpoint: `${origin}/device/auth`,
      request_parameter_supported: true,
      request_object_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
      code_challenge_methods_supported: ['S256'],
    });
    expect(metadata.response_types_supported).toEqual(expect.arrayContaining([...RESPONSE_TYPES]));
    expect(metadata.response_modes_supported).toEqual(
      expect.arrayContaining([
        'query',
        'fragment',
        'form_post',
        'jwt',
        'query.jwt',
        'fragment.jwt',
        'form_post.jwt',
      ]),
    );
  });

  it('publishes public keys only', async () => {
    const { keys } = JSON.parse((await httpRequest(`${origin}/jwks`)).body) as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid)).toEqual(['sandbox-rsa', 'sandbox-ec']);
    for (const key of keys) expect(Object.keys(key)).not.toContain('d');
  });
});

describe('response types', () => {
  it.each([
    ['code', ['code', 'iss', 'state']],
    ['id_token', ['id_token', 'state']],
    ['code id_token', ['code', 'id_token', 'state']],
    ['code token', ['access_token', 'code', 'expires_in', 'iss', 'scope', 'state', 'token_type']],
    ['id_token token', ['access_token', 'expires_in', 'id_token', 'scope', 'state', 'token_type']],
    [
      'code id_token token',
      ['access_token', 'code', 'expires_in', 'id_token', 'scope', 'state', 'token_type'],
    ],
    ['none', ['iss', 'state']],
  ])('%s', async (response_type, names) => {
    const answer = answerOf(await signIn(authorizeUrl({ response_type })));
    expect(Object.keys(answer).sort()).toEqual(names);
    expect(answer.state).toBe('st-1');
  });

  it('ID tokens carry the nonce and verify with the published key', async () => {
    const { id_token = '' } = answerOf(await signIn(authorizeUrl({ response_type: 'code id_token' })));
    const { payload } = await jwtVerify(id_token, createRemoteJWKSet(new URL(`${origin}/jwks`)), {
      issuer: origin,
      audience: 'grantscope-web',
    });
    expect(payload).toMatchObject({ sub: 'demo', nonce: 'n-1', c_hash: expect.any(String) });
  });

  it('JARM answers verify with the published key', async () => {
    const { response = '' } = answerOf(await signIn(authorizeUrl({ response_mode: 'jwt' })));
    const { payload } = await jwtVerify(response, createRemoteJWKSet(new URL(`${origin}/jwks`)), {
      issuer: origin,
      audience: 'grantscope-web',
    });
    expect(payload).toMatchObject({ code: expect.any(String), state: 'st-1' });
  });
});

describe('the pages', () => {
  it('show the login again after a wrong password', async () => {
    const browser = new HttpBrowser();
    await browser.goto(authorizeUrl());
    await browser.fill('#username', 'demo');
    await browser.fill('#password', 'x');
    await browser.click('#login');
    expect(browser.html).toContain('Wrong user name or password. Try again.');
    await logIn(browser);
    expect(browser.html).toContain('Allow the application to sign you in');
  });

  it('can be cancelled at the login', async () => {
    const browser = new HttpBrowser();
    await browser.goto(authorizeUrl());
    await browser.click('#cancel');
    expect(answerOf(browser)).toEqual({
      error: 'access_denied',
      error_description: 'The person at the browser cancelled.',
      state: 'st-1',
      iss: origin,
    });
  });

  it('need the cookie of their interaction', async () => {
    const { status, body } = await httpRequest(`${origin}/interaction/unknown`);
    expect(status).toBe(400);
    expect(body).toContain('This sign-in has ended');
  });

  it('show an error when the redirect URI is not registered', async () => {
    const { status, body } = await httpRequest(authorizeUrl({ redirect_uri: `${callback}/other` }));
    expect(status).toBe(400);
    expect(body).toContain('<dt>error</dt><dd class="value">invalid_redirect_uri</dd>');
  });
});

describe('tokens', () => {
  it('the confidential client exchanges, uses, inspects and revokes', async () => {
    const { code = '' } = answerOf(await signIn(authorizeUrl()));
    const form = { grant_type: 'authorization_code', code, redirect_uri: callback };
    const token = json((await postForm(`${origin}/token`, form, WEB)).body);
    expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'openid profile' });
    const access = String(token.access_token);

    const userinfo = await httpRequest(`${origin}/me`, { headers: { authorization: `Bearer ${access}` } });
    expect(json(userinfo.body)).toEqual({
      sub: 'demo',
      name: 'Jane Doe',
      given_name: 'Jane',
      family_name: 'Doe',
    });
    const inspect = async (): Promise<Record<string, unknown>> =>
      json((await postForm(`${origin}/token/introspection`, { token: access }, WEB)).body);
    expect(await inspect()).toMatchObject({ active: true, sub: 'demo', client_id: 'grantscope-web' });
    expect((await postForm(`${origin}/token/revocation`, { token: access }, WEB)).status).toBe(200);
    expect(await inspect()).toEqual({ active: false });
  });

  it('the public client needs PKCE with S256', async () => {
    const client_id = 'grantscope-public';
    const refused = await httpRequest(authorizeUrl({ client_id }));
    expect(new URL(refused.location ?? '').searchParams.get('error')).toBe('invalid_request');

    const verifier = randomBytes(32).toString('base64url');
    const code_challenge = createHash('sha256').update(verifier).digest('base64url');
    const pkce = { code_challenge, code_challenge_method: 'S256' };
    const { code = '' } = answerOf(await signIn(authorizeUrl({ client_id, ...pkce })));
    const form = { grant_type: 'authorization_code', client_id, code, redirect_uri: callback };
    const wrong = await postForm(`${origin}/token`, { ...form, code_verifier: 'x'.repeat(43) });
    expect(json(wrong.body).error).toBe('invalid_grant');
    const right = await postForm(`${origin}/token`, { ...form, code_verifier: verifier });
    expect(right.status).toBe(200);
  });

  it('client credentials', async () => {
    const answer = await postForm(`${origin}/token`, { grant_type: 'client_credentials' }, WEB);
    expect(json(answer.body)).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  });

  it('the device flow', async () => {
    const device = json((await postForm(`${origin}/device/auth`, { scope: 'openid' }, WEB)).body);
    const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
    const poll = async (): Promise<Record<string, unknown>> =>
      json(
        (await postForm(`${origin}/token`, { grant_type, device_code: String(device.device_code) }, WEB))
          .body,
      );
    expect((await poll()).error).toBe('authorization_pending');

    const browser = new HttpBrowser();
    await browser.goto(String(device.verification_uri));
    await browser.fill('#user-code', 'WRONG');
    await browser.click('#continue');
    expect(browser.html).toContain('This code is unknown, expired or used.');
    await browser.fill('#user-code', String(device.user_code));
    await browser.click('#continue');
    expect(browser.html).toContain('Connect this device?');
    await browser.click('#continue');
    await logIn(browser);
    await browser.click('#continue');
    expect(browser.html).toContain('The device is connected');
    expect(await poll()).toMatchObject({ token_type: 'Bearer', id_token: expect.any(String) });
  });
});

describe('signed request objects', () => {
  it.each(['PS256', 'RS256', 'ES256'])('with %s', async (alg) => {
    const client_id = 'grantscope-jar';
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const key = { ...(await exportJWK(publicKey)), kid: `test-${alg}`, alg, use: 'sig' };
    expect((await putJwks(origin, client_id, { keys: [key] })).status).toBe(200);
    const request = await new SignJWT(Object.fromEntries(new URL(authorizeUrl({ client_id })).searchParams))
      .setProtectedHeader({ alg, kid: key.kid })
      .setIssuer(client_id)
      .setAudience(origin)
      .sign(privateKey);
    const answer = answerOf(await signIn(`${origin}/auth?client_id=${client_id}&request=${request}`));
    expect(answer).toEqual({ code: expect.any(String), state: 'st-1', iss: origin });
  });

  it('are required of the client that registered for them, and checked', async () => {
    const client_id = 'grantscope-jar';
    const unsigned = await httpRequest(authorizeUrl({ client_id }));
    expect(new URL(unsigned.location ?? '').searchParams.get('error')).toBe('invalid_request');
    const { privateKey } = await generateKeyPair('PS256');
    const request = await new SignJWT({ client_id, redirect_uri: callback })
      .setProtectedHeader({ alg: 'PS256', kid: 'test-ES256' })
      .sign(privateKey);
    const foreign = await httpRequest(`${origin}/auth?client_id=${client_id}&request=${request}`);
    expect(foreign.body).toContain('invalid_request_object');
  });
});
