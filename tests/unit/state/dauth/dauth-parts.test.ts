import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { checkDauth } from '../../../../lib/dauth/checks.ts';
import { quoteForShell } from '../../../../lib/oauth/shell-quote.ts';
import { dauthCurl } from '../../../../lib/state/dauth/dauth-curl.ts';
import { draftChoices, draftClaims, keepDraft } from '../../../../lib/state/dauth/dauth-draft.ts';
import { readOwnCall } from '../../../../lib/state/dauth/dauth-own-call.ts';
import { dauthAddress, dauthBase, dauthEnvironment } from '../../../../lib/state/dauth/dauth-server.ts';
import { dauthClaims, initialValues, rememberedValues } from '../../../../lib/state/dauth/dauth-values.ts';
import { memorySettings } from '../../support/memory.ts';

const now = (): number => Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const making = { random: (length: number) => new Uint8Array(length).fill(0xab), now };

describe('curl', () => {
  test.each(["it's", '$(id) `id` "x" \\ \n !', "''", '-x', ''])('a shell gives %o back', (value) => {
    const out = execFileSync('sh', ['-c', `printf %s ${quoteForShell(value)}`], { encoding: 'utf8' });
    expect(out).toBe(value);
  });

  test('asks for HTTP/1.1 where HTTP/2 would write the name in lower case', () => {
    expect(dauthCurl('https://obp.example/x', { DAuth: 'a.b.c' })).toBe(
      "curl -i --http1.1 \\\n  -H 'DAuth: a.b.c' \\\n  -- 'https://obp.example/x'",
    );
    expect(dauthCurl('http://127.0.0.1:4605/x', { DAuth: 'a' })).toBe(
      "curl -i -H 'DAuth: a' \\\n  -- 'http://127.0.0.1:4605/x'",
    );
  });
});

describe('dauthAddress', () => {
  test.each([
    ['http://127.0.0.1:4605', 'http://127.0.0.1:4605/obp/v3.0.0/users/current'],
    [' https://api.example/bank// ', 'https://api.example/bank/obp/v3.0.0/users/current'],
  ])('%o', (base, url) => {
    expect(dauthAddress(base)).toEqual({ url });
  });

  test.each([
    ['', 'base-missing'],
    ['obp.example', 'base-not-a-url'],
    ['javascript:alert(1)', 'base-not-a-url'],
    ['https://a:b@obp.example', 'base-with-password'],
    ['https://obp.example?x', 'base-with-query'],
    ['https://obp.example/obp/v5.1.0', 'base-with-path'],
  ])('%o is refused', (base, code) => {
    expect(dauthAddress(base)).toMatchObject({ failure: { code } });
  });
});

test('an address that was typed over an environment’s own is taken', () => {
  const environments = { obp: { selected: 'own', endpoints: { own: 'https://obp.example' } } };
  const environment = dauthEnvironment({ environments });
  expect(environment).toMatchObject({ id: 'own', isSandbox: false });
  expect(dauthBase(environment, { environments })).toBe('https://obp.example');
  expect(dauthBase(dauthEnvironment({ environments: {} }), { environments: {} })).toBe(
    'http://127.0.0.1:4605',
  );
});

describe('values', () => {
  test('are made so that nothing is found in them, and empty ones are left out', () => {
    const values = initialValues({}, making);
    expect(values).toMatchObject({
      network_name: 'ETHEREUM',
      timestamp: '2026-01-02T03:04:05Z',
      request_id: `0x${'ab'.repeat(32)}`,
    });
    const claims = dauthClaims(values);
    const found = checkDauth({ header: { alg: 'RS256' }, claims, now: now() });
    expect(found.filter(({ severity }) => severity !== 'information').map(({ rule }) => rule)).toEqual([
      'DA12',
    ]);
    expect(dauthClaims({ ...values, msg_sender: '' })).not.toHaveProperty('msg_sender');
  });

  test('what is made for each token is not remembered', () => {
    const values = { ...initialValues({}, making), smart_contract_address: '', network_name: 'X' };
    const remembered = rememberedValues(values);
    expect(Object.keys(remembered)).toEqual([
      'smart_contract_address',
      'network_name',
      'consumer_key',
      'msg_sender',
    ]);
    expect(initialValues(remembered, making)).toMatchObject({
      smart_contract_address: '',
      network_name: 'X',
    });
  });
});

describe('draft', () => {
  test('is kept beside the drafts of others, and never with a private key', async () => {
    const store = memorySettings({ drafts: { connectpay: { scope: 'a' } } });
    const recipient = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----';
    await keepDraft(store, { network_name: 'X' }, { form: 'encrypted', key: 'id-1', recipient });
    expect(store.current().drafts).toEqual({
      connectpay: { scope: 'a' },
      obp: { network_name: 'X' },
      'obp/dauth': { form: 'encrypted', key: 'id-1', recipient: '' },
    });
    expect(draftClaims(store.current())).toEqual({ network_name: 'X' });
    expect(draftChoices(store.current()).form).toBe('encrypted');
    expect(draftChoices({ drafts: { 'obp/dauth': { form: 'other' } } }).form).toBe('signed');
  });
});

test('header lines and a body of another client are read, rubbish is said', () => {
  expect(readOwnCall('', '')).toEqual({});
  expect(readOwnCall('dauth:  a:b\r\nno name\nX: 1', '{"provider":"x"}')).toEqual({
    requestHeaders: [
      { name: 'dauth', value: 'a:b' },
      { name: 'X', value: '1' },
    ],
    body: { provider: 'x' },
  });
  expect(readOwnCall('rubbish', '')).toEqual({ fault: 'No line of the headers has a name and a colon.' });
  for (const body of ['[]', 'null', '{', '1']) {
    expect(readOwnCall('', body)).toEqual({ fault: 'The body is no JSON object.' });
  }
});
