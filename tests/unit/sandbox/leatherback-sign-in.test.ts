import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEATHERBACK_CLIENT } from '../../sandbox/leatherback/clients.ts';
import { confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';
import { postForm } from './support/http-request.ts';
import { createTestKey, putJwks, type TestKey, VALID_CLAIMS } from './support/leatherback.ts';

let sandbox: Sandbox;
let key: TestKey;
let browser: HttpBrowser;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['leatherback', 'client'] });
  key = await createTestKey();
  await putJwks(sandbox.urls.leatherback, LEATHERBACK_CLIENT.id, { keys: [key.publicJwk] });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.inbox.clear();
  browser = new HttpBrowser();
  const redirect_uri = `${sandbox.urls.client}/callback`;
  const request = await key.sign({ ...VALID_CLAIMS, redirect_uri });
  await browser.goto(`${sandbox.urls.leatherback}/?request=${request}&state=st-1`);
});

const messageOn = (html: string): string | undefined => /id="message">([^<]*)</.exec(html)?.[1];

it('shows the pages again after a wrong password and a wrong code', async () => {
  await browser.fill('#username', 'nobody');
  await browser.click('#login');
  expect(messageOn(browser.html)).toBe('Wrong user name or password. Try again.');
  await logIn(browser);
  await browser.fill('#otp', '1');
  await browser.click('#confirm');
  expect(messageOn(browser.html)).toBe('Wrong code. 2 attempts are left.');
  await confirmFactor(browser);
  await browser.waitFor('#grant');
});

describe('after both factors', () => {
  beforeEach(async () => {
    await logIn(browser);
    await confirmFactor(browser);
  });

  it('lists the permissions', () => {
    expect(browser.html.match(/<li><code>(\w+)<\/code>/g)).toEqual([
      '<li><code>ReadAccountsBasic</code>',
      '<li><code>ReadAccountsDetail</code>',
    ]);
  });

  it('grants by redirect and by webhook, with the same values', async () => {
    await browser.click('#grant');
    expect(browser.hops.at(-2)?.status).toBe(302);
    const { pathname, searchParams } = new URL(browser.url);
    expect(pathname).toBe('/callback');
    expect([...searchParams.keys()]).toEqual(['authorizationCode', 'state']);
    expect(searchParams.get('state')).toBe('st-1');
    const authorizationCode = searchParams.get('authorizationCode') ?? '';
    expect(decodeProtectedHeader(authorizationCode)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decodeJwt(authorizationCode).state).toBe('st-1');
    expect(sandbox.inbox.webhooks()).toEqual([
      {
        contentType: 'application/json',
        text: JSON.stringify({ authorizationCode, state: 'st-1' }),
        json: { authorizationCode, state: 'st-1' },
      },
    ]);
  });

  it('denies by redirect only', async () => {
    await browser.click('#deny');
    expect(browser.url).toBe(`${sandbox.urls.client}/callback?error=access_denied&state=st-1`);
    expect(sandbox.inbox.webhooks()).toEqual([]);
  });

  it('exchanges the code once', async () => {
    await browser.click('#grant');
    const code = new URL(browser.url).searchParams.get('authorizationCode') ?? '';
    const { id: client_id, certificate: password } = LEATHERBACK_CLIENT;
    const form = { grant_type: 'authorization_code', code, client_id, password, scope: 'account' };
    const answer = await postForm(`${sandbox.urls.leatherback}/auth/token`, form);
    expect(answer.status).toBe(200);
    const body = JSON.parse(answer.body) as Record<string, string>;
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 39361,
      id_token: expect.stringMatching(/^oa_stg_[\w-]{32}$/),
      access_token_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const claims = decodeJwt(body.access_token ?? '');
    expect(claims).toMatchObject({
      unique_name: client_id,
      consentId: VALID_CLAIMS.claims.id_token.openbanking_intent_id.value,
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);

    const again = await postForm(`${sandbox.urls.leatherback}/auth/token`, form);
    expect(again.status).toBe(400);
    expect(JSON.parse(again.body)).toEqual({
      error: 'invalid_grant',
      error_description: 'The code is unknown or already used.',
    });
  });
});
