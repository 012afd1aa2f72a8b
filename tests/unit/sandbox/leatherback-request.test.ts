import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEATHERBACK_CLIENT } from '../../sandbox/leatherback/clients.ts';
import { PROBLEMS } from '../../sandbox/leatherback/problems.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { httpRequest } from './support/http-request.ts';
import { createTestKey, errorCodeOf, putJwks, type TestKey, VALID_CLAIMS } from './support/leatherback.ts';
import { unescapeHtml } from './support/markup.ts';

const NOW = Date.parse('2030-01-01T00:00:00Z');
const SECONDS = NOW / 1000;

let sandbox: Sandbox;
let key: TestKey;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['leatherback'], now: () => NOW });
  key = await createTestKey();
  await putJwks(sandbox.urls.leatherback, LEATHERBACK_CLIENT.id, { keys: [key.publicJwk] });
});
afterAll(() => sandbox.stop());

const open = async (query: string | Record<string, string>): Promise<string | undefined> =>
  errorCodeOf(await httpRequest(`${sandbox.urls.leatherback}/?${new URLSearchParams(query)}`));

const openJwt = (request: string): Promise<string | undefined> => open({ request, state: 's' });

const without = (name: keyof typeof VALID_CLAIMS): Record<string, unknown> =>
  Object.fromEntries(Object.entries(VALID_CLAIMS).filter(([key]) => key !== name));

it('a valid request leads to the login page', async () => {
  expect(await openJwt(await key.sign(VALID_CLAIMS))).toBe(undefined);
});

describe('the query', () => {
  it('needs request and state, each once', async () => {
    const request = await key.sign(VALID_CLAIMS);
    expect(await open({ state: 's' })).toBe('request_missing');
    expect(await open({ request: '', state: 's' })).toBe('request_missing');
    expect(await open({ request })).toBe('state_missing');
    expect(await open({ request, state: '' })).toBe('state_missing');
    expect(await open(`request=${request}&request=${request}&state=s`)).toBe('request_repeated');
    expect(await open(`request=${request}&state=s&state=s`)).toBe('state_repeated');
  });
});

describe('the form and signature', () => {
  it.each([
    ['white space, as in the sample URL', (jwt: string) => `${jwt} `, 'request_whitespace'],
    ['no JWT', () => 'abc', 'request_malformed'],
    ['two parts', (jwt: string) => jwt.split('.').slice(0, 2).join('.'), 'request_malformed'],
    ['a changed signature', (jwt: string) => `${jwt.slice(0, -10)}AAAAAAAAAA`, 'signature_invalid'],
    ['no signature', (jwt: string) => jwt.slice(0, jwt.lastIndexOf('.') + 1), 'signature_invalid'],
  ])('%s', async (_name, change, code) => {
    expect(await openJwt(change(await key.sign(VALID_CLAIMS)))).toBe(code);
  });

  it('HS256, as in every sample', async () => {
    const secret = new TextEncoder().encode('your-256-bit-secret-your-256-bit-secret');
    const request = await new SignJWT(VALID_CLAIMS).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await openJwt(request)).toBe('alg_symmetric');
  });

  it('alg none', async () => {
    expect(await openJwt(new UnsecuredJWT(VALID_CLAIMS).encode())).toBe('alg_none');
  });

  it('another algorithm', async () => {
    const [header = '', ...rest] = (await key.sign(VALID_CLAIMS)).split('.');
    const changed = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string };
    changed.alg = 'RS256';
    const encoded = Buffer.from(JSON.stringify(changed)).toString('base64url');
    expect(await openJwt([encoded, ...rest].join('.'))).toBe('alg_unsupported');
  });

  it('no kid', async () => {
    expect(await openJwt(await key.sign(VALID_CLAIMS, { kid: undefined }))).toBe('kid_missing');
  });

  it('a kid nobody registered', async () => {
    expect(await openJwt(await key.sign(VALID_CLAIMS, { kid: 'other' }))).toBe('kid_unknown');
  });

  it("another key under the registered key's kid", async () => {
    const other = await createTestKey();
    expect(await openJwt(await other.sign(VALID_CLAIMS, { kid: key.kid }))).toBe('signature_invalid');
  });
});

describe('the claims', () => {
  it.each([
    ['no client_id', () => without('client_id'), 'client_id_missing'],
    ['an unknown client_id', () => ({ ...VALID_CLAIMS, client_id: 'nobody' }), 'client_unknown'],
    ['no response_type', () => without('response_type'), 'response_type_missing'],
    ['response_type code', () => ({ ...VALID_CLAIMS, response_type: 'code' }), 'response_type_invalid'],
    ['no redirect_uri', () => without('redirect_uri'), 'redirect_uri_missing'],
    ['a relative redirect_uri', () => ({ ...VALID_CLAIMS, redirect_uri: '/cb' }), 'redirect_uri_invalid'],
    [
      'a redirect_uri with a fragment',
      () => ({ ...VALID_CLAIMS, redirect_uri: 'https://a/#b' }),
      'redirect_uri_invalid',
    ],
    [
      'a redirect_uri that is script',
      () => ({ ...VALID_CLAIMS, redirect_uri: 'javascript:alert(1)' }),
      'redirect_uri_invalid',
    ],
    ['no scope', () => without('scope'), 'scope_missing'],
    ['scope account', () => ({ ...VALID_CLAIMS, scope: 'account' }), 'scope_invalid'],
    ['no claims', () => without('claims'), 'intent_missing'],
    [
      'an intent that is text',
      () => ({ ...VALID_CLAIMS, claims: { id_token: { openbanking_intent_id: 'a' } } }),
      'intent_missing',
    ],
    [
      'a flat openbanking_intent_id',
      () => ({ ...without('claims'), openbanking_intent_id: 'a' }),
      'intent_flat',
    ],
    [
      'a ConsentId that is a number',
      () => ({ ...VALID_CLAIMS, claims: { id_token: { openbanking_intent_id: { value: NOW } } } }),
      'intent_missing',
    ],
    [
      'a ConsentId that does not exist',
      () => ({ ...VALID_CLAIMS, claims: { id_token: { openbanking_intent_id: { value: 'a' } } } }),
      'intent_unknown',
    ],
    [
      'nbf in the future, as in the sample of 2034',
      () => ({ ...VALID_CLAIMS, nbf: SECONDS + 1 }),
      'not_yet_valid',
    ],
    ['exp reached', () => ({ ...VALID_CLAIMS, exp: SECONDS }), 'expired'],
    ['nbf that is text', () => ({ ...VALID_CLAIMS, nbf: 'now' }), 'time_invalid'],
    ['nbf and exp around now', () => ({ ...VALID_CLAIMS, nbf: SECONDS, exp: SECONDS + 1 }), undefined],
  ])('%s', async (_name, claims: () => Record<string, unknown>, code) => {
    expect(await openJwt(await key.sign(claims()))).toBe(code);
  });
});

it('a refusal shows code, sentence and remedy', async () => {
  const { body } = await httpRequest(`${sandbox.urls.leatherback}/?state=s&request=a.b.c`);
  const [sentence, remedy] = PROBLEMS.request_malformed;
  expect(unescapeHtml(body)).toContain(`<p id="sentence">${sentence}</p><p id="remedy">${remedy}</p>`);
});

it('every problem has a sentence and a remedy', () => {
  for (const [sentence, remedy] of Object.values(PROBLEMS)) {
    expect(sentence).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  }
});
