import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectpayRequest } from '../../sandbox/scenarios/connectpay.ts';
import { confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from '../sandbox/support/http-browser.ts';
import { StepRunner } from './support/step-runner.ts';
import { profileOf } from './support/whole-profiles.ts';

const connectpay = profileOf('connectpay');

const UUID = /^[0-9a-f-]{36}$/;

let sandbox: Sandbox;
let runner: StepRunner;
let now = Date.parse('2030-01-01T00:00:00Z');
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['connectpay', 'client'], now: () => now });
  runner = new StepRunner(connectpay, sandbox);
});
afterAll(() => sandbox.stop());

async function signIn(url: string): Promise<HttpBrowser> {
  const browser = new HttpBrowser();
  await browser.goto(url);
  await logIn(browser);
  await confirmFactor(browser);
  return browser;
}

/** Authorizes in one of the two spellings and gives the callback's parameters. */
async function authorize(spelling: 'flowid' | 'flowId'): Promise<Record<string, string>> {
  const { url } = connectpayRequest(sandbox, 'psd2-ais');
  const browser = await signIn(url.replace('flowid=', `${spelling}=`));
  await browser.click('input[value="psd2-ais"]');
  await browser.click('#grant');
  return Object.fromEntries(new URL(browser.url).searchParams);
}

test.each(['flowid', 'flowId'] as const)('%s comes back as it was spelt', async (spelling) => {
  expect(Object.keys(await authorize(spelling)).sort()).toEqual(['code', spelling, 'state'].sort());
});

test('code, tokens, rotation and revocation', async () => {
  runner.keep('callback', await authorize('flowid'));
  expect((await runner.run('exchange')).json).toMatchObject({ scope: 'psd2-ais', expires_in: 3600 });
  const first = runner.values.refresh_token;
  expect((await runner.run('refresh')).answer.status).toBe(200);
  expect(runner.values.refresh_token).toMatch(UUID);
  expect(runner.values.refresh_token).not.toBe(first);
  expect((await runner.run('refresh', { typed: { refresh_token: first ?? '' } })).json).toMatchObject({
    error: 'invalid_grant',
  });
  expect((await runner.run('revoke')).answer).toMatchObject({ status: 200, body: '' });
  expect((await runner.run('refresh')).json).toMatchObject({ error: 'invalid_grant' });
});

describe('the secured authorization', () => {
  test('gives a page for one visit, on which the person agrees', async () => {
    runner.keep('callback', await authorize('flowid'));
    await runner.run('exchange');
    expect((await runner.run('secured-authorization')).answer.status).toBe(200);
    const href = runner.values.scaRedirect ?? '';
    expect([...new URL(href).searchParams.keys()]).toEqual([
      'flowId',
      'ApplicationId',
      'redirectUrl',
      'nonce',
    ]);
    const browser = await signIn(href);
    await browser.click('#grant');
    expect(browser.url).toBe(`${sandbox.urls.client}/callback`);

    const again = new HttpBrowser();
    await again.goto(href);
    expect(again.html).toContain('This sign-in has ended');
  });

  test('announces a refusal as error', async () => {
    await runner.run('secured-authorization');
    const browser = await signIn(runner.values.scaRedirect ?? '');
    await browser.click('#deny');
    expect(browser.url).toBe(`${sandbox.urls.client}/callback?error=access_denied`);
  });

  const REFUSED: readonly (readonly [string, Record<string, string>, string])[] = [
    ['another host', { 'TPP-Redirect-URI': 'https://evil.example/' }, 'not registered'],
    ['another flow', { flowId: 'GetPSD2AuthCode' }, 'flowId must be CreateAndAuthorizePSD2AISConsent'],
  ];
  test.each(REFUSED)('refuses %s', async (_, typed, description) => {
    const { answer, json } = await runner.run('secured-authorization', { typed });
    expect([answer.status, json]).toEqual([
      400,
      { error: 'invalid_request', error_description: expect.stringContaining(description) },
    ]);
  });

  test.each([
    ['Accept', 'application/json', 'Accept “application/json” is not application/json;version=2.'],
    ['PSU-IP-Address', '127.0.0.256', 'PSU-IP-Address “127.0.0.256” must be an IPv4 or IPv6 address.'],
    ['TPP-Redirect-URI', '/callback', 'TPP-Redirect-URI “/callback” is not an absolute URL.'],
    ['X-Request-ID', '42', 'X-Request-ID “42” is not a UUID.'],
  ])('%s is checked before it is sent', async (name, value, message) => {
    await expect(runner.run('secured-authorization', { typed: { [name]: value } })).rejects.toThrow(message);
  });

  test('wants an access token that has not expired', async () => {
    now += 3_600_000;
    const { answer, json } = await runner.run('secured-authorization');
    expect([answer.status, answer.header('www-authenticate'), json]).toEqual([
      401,
      'Bearer realm="ConnectPay sandbox"',
      { error: 'invalid_token', error_description: 'The access token has expired.' },
    ]);
  });
});
