import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONNECTPAY_CLIENT } from '../../sandbox/connectpay/clients.ts';
import { connectpayRequest } from '../../sandbox/scenarios/connectpay.ts';
import { confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';
import { basic, type HttpAnswer, postForm, postJson } from './support/http-request.ts';

const CREDENTIALS = basic(CONNECTPAY_CLIENT.id, CONNECTPAY_CLIENT.secret);

let sandbox: Sandbox;
let tokens: { access_token: string; refresh_token: string };
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['connectpay', 'client'] });
  const browser = new HttpBrowser();
  await browser.goto(connectpayRequest(sandbox, 'psd2-ais').url);
  await logIn(browser);
  await confirmFactor(browser);
  await browser.click('input[value="psd2-ais"]');
  await browser.click('#grant');
  const code = new URL(browser.url).searchParams.get('code') ?? '';
  const answer = await form('token', { grant_type: 'authorization_code', code });
  tokens = JSON.parse(answer.body) as typeof tokens;
});
afterAll(() => sandbox.stop());

const form = (
  endpoint: 'token' | 'revoke',
  fields: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> =>
  postForm(`${sandbox.urls.connectpay}/auth/v1/oauth2/${endpoint}`, fields, {
    'x-request-id': randomUUID(),
    authorization: CREDENTIALS,
    ...headers,
  });

const BODY = {
  flowId: 'CreateAndAuthorizePSD2AISConsent',
  'TPP-Redirect-URI': 'http://127.0.0.1:4610/callback',
  'PSU-IP-Address': '2001:db8::1',
};

const begin = (
  body: Record<string, unknown> | string = BODY,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> =>
  postJson(`${sandbox.urls.connectpay}/auth/v1/oauth2/code`, body, {
    accept: 'application/json;version=2',
    'x-request-id': randomUUID(),
    authorization: `Bearer ${tokens.access_token}`,
    ...headers,
  });

const refusal = ({ status, body }: HttpAnswer): unknown[] => {
  const { error, error_description } = JSON.parse(body) as Record<string, unknown>;
  return [status, error, error_description];
};

describe('the secured authorization', () => {
  it('answers with a page for one visit, in ConnectPay’s other spellings', async () => {
    const answer = await begin();
    expect(answer.status).toBe(200);
    const { _links } = JSON.parse(answer.body) as { _links: { scaRedirect: { href: string } } };
    const { origin, pathname, searchParams } = new URL(_links.scaRedirect.href);
    expect([origin, pathname]).toEqual([sandbox.urls.connectpay, '/auth/redirect']);
    expect(Object.fromEntries(searchParams)).toEqual({
      flowId: 'CreateAndAuthorizePSD2AISConsent',
      ApplicationId: CONNECTPAY_CLIENT.id,
      redirectUrl: 'http://127.0.0.1:4610/callback',
      nonce: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it.each([
    [
      'another version',
      BODY,
      { accept: 'application/json' },
      406,
      'The header Accept must be application/json;version=2.',
    ],
    [
      'no X-Request-ID',
      BODY,
      { 'x-request-id': '' },
      400,
      'The header X-Request-ID is required and must be a UUID.',
    ],
    ['no JSON', BODY, { 'content-type': 'text/plain' }, 400, 'Content-Type must be application/json.'],
    ['a body that is no object', 'text', {}, 400, 'The body must be a JSON object.'],
    [
      'the other spelling',
      { ...BODY, flowId: undefined, flowid: BODY.flowId },
      {},
      400,
      'flowId must be CreateAndAuthorizePSD2AISConsent.',
    ],
    [
      'no redirect',
      { ...BODY, 'TPP-Redirect-URI': undefined },
      {},
      400,
      'TPP-Redirect-URI is required and must be an absolute URL without a fragment.',
    ],
    [
      'a fragment',
      { ...BODY, 'TPP-Redirect-URI': 'http://127.0.0.1/#x' },
      {},
      400,
      'TPP-Redirect-URI is required and must be an absolute URL without a fragment.',
    ],
    [
      'another host',
      { ...BODY, 'TPP-Redirect-URI': 'https://evil.example/' },
      {},
      400,
      'The hostname of TPP-Redirect-URI is not registered for this client.',
    ],
    [
      'an address that is none',
      { ...BODY, 'PSU-IP-Address': '127.0.0.256' },
      {},
      400,
      'PSU-IP-Address is required and must be an IPv4 or IPv6 address.',
    ],
  ])('refuses %s', async (_, body, headers: Record<string, string>, status, description) => {
    expect(refusal(await begin(body, headers))).toEqual([status, 'invalid_request', description]);
  });

  it('wants an access token that it knows', async () => {
    const answer = await begin(BODY, { authorization: 'Bearer unknown' });
    expect(refusal(answer)).toEqual([401, 'invalid_token', 'Send an access token as Bearer token.']);
    expect(answer.header('www-authenticate')).toBe('Bearer realm="ConnectPay sandbox"');
  });
});

describe('revocation', () => {
  it.each([
    ['no token', {}, {}, 400, 'invalid_request'],
    ['no credentials', { token: 'x' }, { authorization: '' }, 401, 'invalid_client'],
    ['no X-Request-ID', { token: 'x' }, { 'x-request-id': '' }, 400, 'invalid_request'],
    ['JSON', { token: 'x' }, { 'content-type': 'application/json' }, 400, 'invalid_request'],
  ])(
    'refuses %s',
    async (_, fields: Record<string, string>, headers: Record<string, string>, status, error) => {
      expect(refusal(await form('revoke', fields, headers)).slice(0, 2)).toEqual([status, error]);
    },
  );

  it('refuses a repeated token', async () => {
    expect(refusal(await form('revoke', new URLSearchParams('token=a&token=b')))).toEqual([
      400,
      'invalid_request',
      'The parameter token must be sent exactly once.',
    ]);
  });

  it('answers 200 whatever the token is, and ends the one it knows', async () => {
    expect((await form('revoke', { token: 'unknown' })).status).toBe(200);
    expect((await form('revoke', { token: tokens.access_token })).status).toBe(200);
    expect((await begin()).status).toBe(401);
    expect((await form('revoke', { token: tokens.refresh_token })).status).toBe(200);
    const refreshed = await form('token', {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    expect(refusal(refreshed)[1]).toBe('invalid_grant');
  });
});
