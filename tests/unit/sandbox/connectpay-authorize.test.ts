import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONNECTPAY_CLIENT } from '../../sandbox/connectpay/clients.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { httpRequest } from './support/http-request.ts';
import { unescapeHtml } from './support/markup.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['connectpay'] });
});
afterAll(() => sandbox.stop());

const NONCE = '0f8fad5b-d9cb-469f-a165-70867728950e';
const REDIRECT = 'http://127.0.0.1:4610/callback';
const VALID = {
  response_type: 'code',
  client_id: CONNECTPAY_CLIENT.id,
  flowid: 'GetPSD2AuthCode',
  nonce: NONCE,
  scope: 'psd2-ais psd2-pis',
  state: 'w4Am91fLZMKhDMT',
  redirect_url: REDIRECT,
};

/** The valid request with some parameters changed, removed (undefined) or repeated (more). */
function url(
  changes: Record<string, string | undefined> = {},
  more: readonly [string, string][] = [],
): string {
  const entries = Object.entries({ ...VALID, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `${sandbox.urls.connectpay}/auth/v1/oauth2/authorize?${new URLSearchParams([...entries, ...more])}`;
}

const refusalOf = (html: string): string =>
  unescapeHtml(/<p id="refusal">(.*?)<\/p>/s.exec(html)?.[1] ?? '').replace(/<\/?code>/g, '');

describe('a valid authorize request', () => {
  it('is answered with 301 to the Auth Web App', async () => {
    const { status, location = '', header } = await httpRequest(url());
    expect(status).toBe(301);
    const { origin, pathname, searchParams } = new URL(location);
    expect(origin + pathname).toBe(`${sandbox.urls.connectpay}/auth/redirect`);
    const { transaction, ...rest } = Object.fromEntries(searchParams);
    expect(rest).toEqual({
      flowId: 'GetPSD2AuthCode',
      ApplicationId: CONNECTPAY_CLIENT.id,
      redirectUrl: REDIRECT,
      nonce: NONCE,
    });
    expect(transaction).toMatch(/^[0-9a-f-]{36}$/);
    expect(header('x-frame-options')).toBe('DENY');
  });

  it.each([
    ['the newer spelling flowId', { flowid: undefined, flowId: 'GetPSD2AuthCode' }],
    ['proprietary scopes alone', { scope: 'ob-ps ob-as ob-ps:authz-nosca' }],
    ['another path and port of a registered hostname', { redirect_url: 'https://localhost:8443/a/b/c' }],
    ['capitals in the nonce', { nonce: NONCE.toUpperCase() }],
  ])('may use %s', async (_name, changes) => {
    expect((await httpRequest(url(changes))).status).toBe(301);
  });
});

describe('errors about the client or the address are shown on a page', () => {
  it.each([
    ['client_id missing', { client_id: undefined }, 'client_id is required and must not be empty.'],
    ['client_id empty', { client_id: '' }, 'client_id is required and must not be empty.'],
    [
      'client_id unknown',
      { client_id: 'nobody' },
      'client_id is not the id of an application registered at this sandbox.',
    ],
    ['redirect_url missing', { redirect_url: undefined }, 'redirect_url is required and must not be empty.'],
    ['redirect_url empty', { redirect_url: '' }, 'redirect_url is required and must not be empty.'],
    ['redirect_url relative', { redirect_url: '/callback' }, 'redirect_url must be an absolute URL.'],
    [
      'redirect_url with a query',
      { redirect_url: `${REDIRECT}?a=b` },
      'redirect_url must not have query parameters.',
    ],
    [
      'redirect_url with an empty query',
      { redirect_url: `${REDIRECT}?` },
      'redirect_url must not have query parameters.',
    ],
    [
      'redirect_url with a fragment',
      { redirect_url: `${REDIRECT}#a` },
      'redirect_url must not have a fragment.',
    ],
    [
      'hostname not registered',
      { redirect_url: 'https://127.0.0.1.example.com/callback' },
      'redirect_url must have a hostname registered for this client: 127.0.0.1, localhost.',
    ],
    [
      'hostname in front of an @',
      { redirect_url: 'https://localhost@example.com/callback' },
      'redirect_url must have a hostname registered for this client: 127.0.0.1, localhost.',
    ],
    [
      'redirect_uri in place of redirect_url',
      { redirect_url: undefined, redirect_uri: REDIRECT },
      'redirect_uri is not a ConnectPay parameter; ConnectPay calls it redirect_url.',
    ],
  ])('%s', async (_name, changes: Record<string, string | undefined>, message) => {
    const { status, body, location } = await httpRequest(url(changes));
    expect({ status, location, message: refusalOf(body) }).toEqual({
      status: 400,
      location: undefined,
      message,
    });
  });

  it.each(['client_id', 'redirect_url'] as const)('%s sent twice', async (name) => {
    const { status, body } = await httpRequest(url({}, [[name, VALID[name]]]));
    expect(status).toBe(400);
    expect(refusalOf(body)).toBe(`${name} must be sent exactly once.`);
  });

  it('escapes the value it shows', async () => {
    const { body } = await httpRequest(url({ client_id: '<script>alert(1)</script>' }));
    expect(body).toContain('<dd class="value">&lt;script&gt;alert(1)&lt;/script&gt;</dd>');
    expect(body).not.toContain('<script>alert');
  });
});

describe('other errors go back to redirect_url', () => {
  it.each([
    ['response_type missing', { response_type: undefined }, 'invalid_request'],
    ['response_type empty', { response_type: '' }, 'invalid_request'],
    ['response_type token', { response_type: 'token' }, 'unsupported_response_type'],
    ['flowid unknown', { flowid: 'Other' }, 'invalid_request'],
    ['nonce missing', { nonce: undefined }, 'invalid_request'],
    ['nonce no UUID', { nonce: 'abc' }, 'invalid_request'],
    ['nonce a UUID of version 1', { nonce: '0f8fad5b-d9cb-169f-a165-70867728950e' }, 'invalid_request'],
    ['scope missing', { scope: undefined }, 'invalid_request'],
    ['scope empty', { scope: ' ' }, 'invalid_request'],
    ['scope unknown', { scope: 'psd2-ais admin' }, 'invalid_scope'],
    ['scope named like a member of every object', { scope: 'constructor' }, 'invalid_scope'],
    ['scopes mixed', { scope: 'psd2-ais ob-ps' }, 'invalid_scope'],
  ])('%s', async (_name, changes: Record<string, string | undefined>, error) => {
    const { status, location } = await httpRequest(url(changes));
    const flowid = changes.flowid ?? VALID.flowid;
    const query = new URLSearchParams({ error, state: VALID.state, flowid });
    expect({ status, location }).toEqual({ status: 302, location: `${REDIRECT}?${query}` });
  });

  it('leaves out a state or flowid that was not sent', async () => {
    const withoutState = await httpRequest(url({ state: undefined }));
    expect(withoutState.location).toBe(`${REDIRECT}?error=invalid_request&flowid=GetPSD2AuthCode`);
    const withoutFlow = await httpRequest(url({ flowid: undefined }));
    expect(withoutFlow.location).toBe(`${REDIRECT}?error=invalid_request&state=${VALID.state}`);
  });

  it.each(['scope', 'state', 'nonce', 'response_type', 'flowid'] as const)('%s sent twice', async (name) => {
    const { location } = await httpRequest(url({}, [[name, VALID[name]]]));
    expect(location).toBe(`${REDIRECT}?error=invalid_request&state=${VALID.state}&flowid=GetPSD2AuthCode`);
  });

  it('refuses flowid and flowId together', async () => {
    const { location } = await httpRequest(url({ flowId: 'GetPSD2AuthCode' }));
    expect(location).toBe(`${REDIRECT}?error=invalid_request&state=${VALID.state}&flowid=GetPSD2AuthCode`);
  });
});

it.each(['iframe', 'frame', 'object', 'embed'])(
  'refuses to be loaded into an element %s',
  async (destination) => {
    const { status, body, header } = await httpRequest(url(), { headers: { 'sec-fetch-dest': destination } });
    expect(status).toBe(403);
    expect(body).toContain('Open this page in a full window');
    expect(header('x-frame-options')).toBe('DENY');
  },
);
