import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTPAY_CLIENT } from '../../sandbox/connectpay/clients.ts';
import { connectpayRequest } from '../../sandbox/scenarios/connectpay.ts';
import { confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';
import { basic, type HttpAnswer, httpRequest, postForm } from './support/http-request.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2030-01-01T00:00:00Z');
const CREDENTIALS = basic(CONNECTPAY_CLIENT.id, CONNECTPAY_CLIENT.secret);
const UUID = /^[0-9a-f-]{36}$/;

let sandbox: Sandbox;
let now = START;
let code: string;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['connectpay', 'client'], now: () => now });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  now = START;
  code = await newCode(['psd2-ais']);
});

async function newCode(scopes: readonly string[]): Promise<string> {
  const browser = new HttpBrowser();
  await browser.goto(connectpayRequest(sandbox).url);
  await logIn(browser);
  await confirmFactor(browser);
  for (const scope of scopes) await browser.click(`input[value="${scope}"]`);
  await browser.click('#grant');
  return new URL(browser.url).searchParams.get('code') ?? '';
}

function token(
  fields: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const usual = { 'x-request-id': randomUUID(), authorization: CREDENTIALS };
  return postForm(`${sandbox.urls.connectpay}/auth/v1/oauth2/token`, fields, { ...usual, ...headers });
}

const exchange = (): Promise<HttpAnswer> => token({ grant_type: 'authorization_code', code });

describe('the code', () => {
  it('is exchanged for tokens with exactly what was granted', async () => {
    const answer = await exchange();
    expect(answer.status).toBe(200);
    expect(answer.header('cache-control')).toBe('no-store');
    expect(JSON.parse(answer.body)).toEqual({
      token_type: 'Bearer',
      access_token: expect.stringMatching(UUID),
      refresh_token: expect.stringMatching(UUID),
      expires_in: 3600,
      refresh_token_expires_in: '2592000',
      client_customer_name: 'J*** D**',
      scope: 'psd2-ais',
    });
  });

  it('works once', async () => {
    expect((await exchange()).status).toBe(200);
    const again = await exchange();
    expect(again.status).toBe(400);
    expect(JSON.parse(again.body)).toEqual({
      error: 'invalid_grant',
      error_description: 'The code is unknown, expired or already used.',
    });
  });

  it('works for less than 24 hours', async () => {
    const late = code;
    code = await newCode(['psd2-ais']);
    now = START + DAY - 1;
    expect((await exchange()).status).toBe(200);
    code = late;
    now = START + DAY;
    expect((await exchange()).status).toBe(400);
  });
});

describe('the refresh token', () => {
  it('gives new tokens once, for 30 days', async () => {
    const first = JSON.parse((await exchange()).body) as { refresh_token: string };
    now = START + 30 * DAY - 1;
    const fields = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const refreshed = await token(fields);
    expect(refreshed.status).toBe(200);
    const second = JSON.parse(refreshed.body) as { refresh_token: string; scope: string };
    expect(second.scope).toBe('psd2-ais');
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await token(fields)).status).toBe(400);
    now += 30 * DAY;
    expect((await token({ ...fields, refresh_token: second.refresh_token })).status).toBe(400);
  });
});

describe('the token endpoint refuses', () => {
  const valid = { grant_type: 'authorization_code', code: 'x' };
  it.each([
    ['no X-Request-ID', valid, { 'x-request-id': '' }, 400, 'invalid_request'],
    ['an X-Request-ID that is no UUID', valid, { 'x-request-id': '42' }, 400, 'invalid_request'],
    ['no credentials', valid, { authorization: '' }, 401, 'invalid_client'],
    ['a wrong secret', valid, { authorization: basic(CONNECTPAY_CLIENT.id, 'no') }, 401, 'invalid_client'],
    ['an unknown client', valid, { authorization: basic('nobody', 'no') }, 401, 'invalid_client'],
    ['another content type', valid, { 'content-type': 'application/json' }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    [
      'a grant type named like a member of every object',
      { grant_type: 'toString' },
      {},
      400,
      'unsupported_grant_type',
    ],
    ['no code', { grant_type: 'authorization_code' }, {}, 400, 'invalid_request'],
    ['an unknown code', valid, {}, 400, 'invalid_grant'],
    ['no refresh token', { grant_type: 'refresh_token' }, {}, 400, 'invalid_request'],
  ])('%s', async (_name, fields: Record<string, string>, headers: Record<string, string>, status, error) => {
    const answer = await token(fields, headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ error });
    expect(answer.header('www-authenticate')).toBe(
      status === 401 ? 'Basic realm="ConnectPay sandbox"' : undefined,
    );
  });

  it('a repeated parameter', async () => {
    const answer = await token(new URLSearchParams('grant_type=authorization_code&code=a&code=b'));
    expect(JSON.parse(answer.body)).toEqual({
      error: 'invalid_request',
      error_description: 'The parameter code must be sent exactly once.',
    });
  });

  it('GET', async () => {
    expect((await httpRequest(`${sandbox.urls.connectpay}/auth/v1/oauth2/token`)).status).toBe(404);
  });
});
