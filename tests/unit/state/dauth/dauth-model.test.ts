import { generateKeyPairSync } from 'node:crypto';
import { signal } from '@preact/signals';
import { compactDecrypt, decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { generateKey, generateSecret } from '../../../../lib/keys/generate.ts';
import type { KeyRecord } from '../../../../lib/keys/types.ts';
import { createDauthModel, type DauthModel } from '../../../../lib/state/dauth/dauth-model.ts';
import type { Settings } from '../../../../lib/storage/settings.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { memorySettings } from '../../support/memory.ts';
import { createMemoryBackground } from '../../support/memory-background.ts';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const models: DauthModel[] = [];
let rsa: KeyRecord;
let elliptic: KeyRecord;
let secret: KeyRecord;

beforeAll(async () => {
  const context = (id: string) => ({ now: () => NOW, newId: () => id });
  rsa = await generateKey('RSA', 'RS256', context('rsa'));
  elliptic = await generateKey('EC', 'ES256', context('ec'));
  secret = await generateSecret('Secret', 'HS256', context('hs'));
});

afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

async function world(options: { keys?: KeyRecord[]; settings?: Partial<Settings>; answer?: Response } = {}) {
  const settings = memorySettings(options.settings);
  const all = signal<readonly KeyRecord[] | undefined>(options.keys ?? [elliptic, secret, rsa]);
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const background = createMemoryBackground();
  const model = createDauthModel({
    services: { settings, background, profiles: { catalogue: signal(CATALOGUE) }, now: () => NOW },
    keys: { all },
    random: (length) => new Uint8Array(length).fill(7),
    send: async (url, init) => {
      sent.push({ url: String(url), headers: init?.headers as Record<string, string> });
      return options.answer ?? new Response('{}');
    },
  });
  models.push(model);
  await expect.poll(() => model.ready.value).toBe(true);
  const made = () => expect.poll(() => model.token.token.value).not.toBe('');
  const rules = () =>
    model.findings.value.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return { model, settings, all, sent, made, rules, background };
}

describe('the token', () => {
  test('is signed with RS256 over the claims in their order', async () => {
    const { model, made, rules } = await world();
    await made();
    expect(model.key.value?.id).toBe('rsa');
    const token = model.token.token.value;
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(Object.keys(decodeJwt(token))).toEqual([
      'smart_contract_address',
      'network_name',
      'consumer_key',
      'timestamp',
      'msg_sender',
      'request_id',
    ]);
    expect(rules()).toEqual([]);
    expect(model.user.value).toEqual({
      provider: 'dauth.ETHEREUM',
      username: model.values.value.smart_contract_address,
    });
  });

  test('with HS256 is made, and flagged as what the server rejects', async () => {
    const { model, made, rules } = await world();
    model.choose({ key: 'hs' });
    await expect.poll(() => model.header.value.alg).toBe('HS256');
    await made();
    expect(rules()).toEqual(['DA01']);
  });

  test('without a key says what to do', async () => {
    const { model } = await world({ keys: [elliptic] });
    await expect
      .poll(() => model.token.failure.value)
      .toEqual({
        code: 'no-signing-key',
        message: 'There is no key to sign the token with.',
        remedy: 'Press Generate a key.',
      });
    expect(model.token.token.value).toBe('');
  });

  test('without a mandatory claim is made all the same', async () => {
    const { model, rules } = await world();
    model.setValue('consumer_key', '');
    expect(rules()).toEqual(['DA02']);
    expect(model.claims.value).not.toHaveProperty('consumer_key');
  });

  test('can be encrypted for the key of the server', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { model, made } = await world({ keys: [] });
    model.choose({ form: 'encrypted', recipient: 'rubbish' });
    await expect.poll(() => model.token.failure.value?.code).toBe('unknown-format');
    model.choose({ recipient: publicKey.export({ type: 'spki', format: 'pem' }).toString() });
    await made();
    const { plaintext, protectedHeader } = await compactDecrypt(model.token.token.value, privateKey);
    expect(protectedHeader).toEqual({ alg: 'RSA-OAEP-256', enc: 'A128GCM' });
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(model.claims.value);
    expect(model.findings.value.map(({ rule }) => rule)).not.toContain('DA01');
  });
});

describe('the call', () => {
  test('carries the token under its own name, and tells when it is an old one', async () => {
    const { model, sent, made } = await world();
    await made();
    const token = model.token.token.value;
    await model.callServer();
    expect(sent).toEqual([
      {
        url: 'http://127.0.0.1:4605/obp/v3.0.0/users/current',
        headers: [
          ['Accept', 'application/json'],
          ['DAuth', token],
        ],
      },
    ]);
    expect(model.changedSince.value).toBe(false);
    model.setValue('network_name', 'OTHER');
    await expect.poll(() => model.changedSince.value).toBe(true);
  });

  test('is not made without an address', async () => {
    const { model, sent, made } = await world();
    await made();
    model.selectEnvironment('own');
    expect(model.address.value.failure?.code).toBe('base-missing');
    await model.callServer();
    expect(sent).toEqual([]);
  });
});

describe('what is remembered', () => {
  test('claims, key and address come back; timestamp and request_id are fresh', async () => {
    const first = await world();
    first.model.setValue('network_name', 'MINE');
    first.model.setValue('request_id', 'once');
    first.model.choose({ key: 'ec' });
    first.model.selectEnvironment('own');
    first.model.setBase('https://obp.example');
    await expect.poll(() => first.settings.current().drafts['obp/dauth']?.key).toBe('ec');
    const { model } = await world({ settings: first.settings.current() });
    expect(model.values.value).toMatchObject({ network_name: 'MINE', request_id: `0x${'07'.repeat(32)}` });
    expect(model.key.value?.id).toBe('ec');
    expect(model.base.value).toBe('https://obp.example');
    model.selectEnvironment('sandbox');
    expect(model.base.value).toBe('http://127.0.0.1:4605');
  });

  test('headers and body of another client are checked and never kept', async () => {
    const { model, settings, rules } = await world();
    model.own.headers.value = 'dauth: x\nAuthorization: Bearer y';
    model.own.body.value = '{"provider":"ETHEREUM","views":[]}';
    expect(rules()).toEqual(['DA08', 'DA09', 'DA11']);
    model.setValue('network_name', 'X');
    await expect.poll(() => settings.current().drafts.obp?.network_name).toBe('X');
    expect(JSON.stringify(settings.current())).not.toContain('Bearer');
  });
});
