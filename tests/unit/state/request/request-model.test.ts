import { signal } from '@preact/signals';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decodeToken } from '../../../../lib/jwt/decode.ts';
import { generateKey } from '../../../../lib/keys/generate.ts';
import type { StoredKey } from '../../../../lib/keys/types.ts';
import type { Background, CaptureStatus, LaunchOrder } from '../../../../lib/messaging/protocol.ts';
import { s256Challenge } from '../../../../lib/oauth/pkce.ts';
import type { LaunchFacts } from '../../../../lib/providers/launch-memory.ts';
import { createKeysModel } from '../../../../lib/state/keys/keys-model.ts';
import { quickLaunch } from '../../../../lib/state/request/quick-launch.ts';
import { createRequestModel, type RequestModel } from '../../../../lib/state/request/request-model.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../../../lib/storage/settings.ts';
import { CATALOGUE } from '../../support/catalogue.ts';

const STATUS: CaptureStatus = {
  recording: false,
  recordingMode: 'while-open',
  flows: 0,
  held: 0,
  hold: { on: false, known: [], unreachable: [] },
  dropped: 0,
  missed: 0,
  unseen: 0,
  allSites: false,
  accessOrigins: [],
  privateAllowed: false,
};

let signingKey: StoredKey;
const models: RequestModel[] = [];

beforeAll(async () => {
  signingKey = await generateKey('Signer', 'PS256', { now: () => 1, newId: () => 'signer' });
});

afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

function world(options: { settings?: Partial<Settings>; keys?: StoredKey[]; refuse?: boolean } = {}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const listeners = new Set<(settings: Settings) => void>();
  const store: SettingsStore = {
    read: async () => settings,
    write: async (change) => {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener(settings);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const keys = [...(options.keys ?? [])];
  const orders: LaunchOrder[] = [];
  const remembered = new Map<string, LaunchFacts>();
  const background = {
    async call(name: string, ...args: unknown[]) {
      if (name === 'status') return { ok: true, value: STATUS };
      if (options.refuse) {
        return {
          ok: false,
          failure: { code: 'no-tab', message: 'The tab is gone.', remedy: 'Open another.' },
        };
      }
      orders.push(args[0] as LaunchOrder);
      return { ok: true, value: { tabId: 7 } };
    },
    subscribe: () => () => {},
  } as Background;
  const services = {
    background,
    profiles: { catalogue: signal(CATALOGUE), followed: { ready: Promise.resolve() } },
    settings: store,
    keys: {
      list: async () => keys,
      put: async (key: StoredKey) => void keys.push(key),
      delete: async () => {},
    },
    launchMemory: {
      remember: async (state: string, facts: LaunchFacts) => void remembered.set(state, facts),
      recall: async (state: string) => remembered.get(state),
    },
    now: () => 1_700_000_000_000,
  };
  return { services, orders, remembered, current: () => settings };
}

async function open(given = world()): Promise<RequestModel> {
  let byte = 0;
  let id = 0;
  const model = createRequestModel({
    services: given.services,
    keys: createKeysModel(given.services),
    random: (length) => new Uint8Array(length).fill(++byte),
    newId: () => `id-${++id}`,
  });
  models.push(model);
  await expect.poll(() => model.ready.value).toBe(true);
  return model;
}

const token = (model: RequestModel): Promise<unknown> =>
  expect.poll(() => model.signing.token.value).not.toBe('');

describe('the first draft', () => {
  test('is ConnectPay’s sandbox, ready to open', async () => {
    const model = await open();
    expect(model.built.value.url).toBe(
      'http://127.0.0.1:4601/auth/v1/oauth2/authorize?response_type=code&client_id=7d3069b2-0155-45c1-9600-7db93c3e5087' +
        '&flowid=GetPSD2AuthCode&redirect_url=http%3A%2F%2F127.0.0.1%3A4610%2Fcallback&scope=psd2-ais%20psd2-pis' +
        '&state=AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB&nonce=02020202-0202-4202-8202-020202020202',
    );
    expect(model.problems.value).toEqual([]);
    expect(model.status.value?.recording).toBe(false);
  });

  test('says live what is wrong with a value', async () => {
    const model = await open();
    model.setValue('redirect_url', 'https://client.example/cb?x=1');
    expect(model.problems.value.map(({ parameter, code }) => [parameter, code])).toEqual([
      ['redirect_url', 'url-has-query'],
    ]);
  });
});

describe('what is remembered', () => {
  test('typed values do, under their environment where they differ; generated ones do not', async () => {
    const given = world();
    const model = await open(given);
    model.setValue('client_id', 'mine');
    model.setValue('scope', 'psd2-ais');
    model.setValue('state', 'typed-state');
    expect(given.current().drafts).toEqual({
      'connectpay/sandbox': { client_id: 'mine' },
      connectpay: { scope: 'psd2-ais' },
    });
    model.selectEnvironment('stage');
    expect(model.values.value).toMatchObject({ client_id: '', scope: 'psd2-ais', state: 'typed-state' });
    const again = await open(given);
    again.selectEnvironment('sandbox');
    expect(again.values.value).toMatchObject({ client_id: 'mine', scope: 'psd2-ais' });
    expect(again.values.value.state).not.toBe('typed-state');
  });

  test('personal and secret values do not', async () => {
    const given = world({ settings: { lastProfileId: 'openid' } });
    const model = await open(given);
    model.setValue('login_hint', 'jane@example.com');
    model.setValue('id_token_hint', 'a.b.c');
    expect(model.values.value).toMatchObject({ login_hint: 'jane@example.com', id_token_hint: 'a.b.c' });
    expect(JSON.stringify(given.current())).not.toMatch(/jane|a\.b\.c/);
  });

  test('a typed address does, until it is reset or is the documented one again', async () => {
    const given = world();
    const model = await open(given);
    const documented = model.endpoint.value;
    model.setEndpoint('https://bank.example/authorize');
    expect(given.current().environments).toEqual({
      connectpay: { selected: 'sandbox', endpoints: { sandbox: 'https://bank.example/authorize' } },
    });
    expect(model.built.value.url).toMatch(/^https:\/\/bank\.example\/authorize\?/);
    model.resetEndpoint();
    expect(model.endpoint.value).toBe(documented);
    model.setEndpoint(documented);
    expect(given.current().environments.connectpay?.endpoints).toEqual({});
  });

  test('addresses reset elsewhere are reset here', async () => {
    const given = world();
    const model = await open(given);
    model.setEndpoint('https://bank.example/authorize');
    await Promise.resolve();
    await given.services.settings.write({ environments: {} });
    expect(model.endpoint.value).toBe('http://127.0.0.1:4601/auth/v1/oauth2/authorize');
  });
});

describe('open', () => {
  test('sends the URL, its state and redirect URI, and makes fresh values', async () => {
    const given = world();
    const model = await open(given);
    const { url } = model.built.value;
    const { state } = model.values.value;
    await model.launcher.open('new-tab');
    expect(given.orders).toEqual([
      {
        url,
        target: 'new-tab',
        profileId: 'connectpay',
        environmentId: 'sandbox',
        redirectUri: 'http://127.0.0.1:4610/callback',
        state,
      },
    ]);
    expect(model.launcher.state.value).toEqual({ kind: 'launched', target: 'new-tab', state });
    expect(model.values.value.state).not.toBe(state);
    expect(model.built.value.url).not.toBe(url);
  });

  test('keeps them when told to, and what was emptied stays empty', async () => {
    const model = await open(world({ settings: { lastProfileId: 'oauth' } }));
    model.setValue('code_challenge', '');
    model.launcher.keepValues.value = true;
    const { state } = model.values.value;
    await model.launcher.open('this-tab');
    expect(model.values.value.state).toBe(state);
    model.launcher.keepValues.value = false;
    await model.launcher.open('this-tab');
    expect(model.values.value.state).not.toBe(state);
    expect(model.values.value.code_challenge).toBe('');
  });

  test('remembers the PKCE verifier under the state, and not one whose challenge was not sent', async () => {
    const given = world({ settings: { lastProfileId: 'oauth' } });
    const model = await open(given);
    const { state = '', code_challenge } = model.values.value;
    await model.launcher.open('new-tab');
    const facts = given.remembered.get(state);
    expect(await s256Challenge(facts?.codeVerifier ?? '')).toBe(code_challenge);
    expect(facts).toMatchObject({
      profileId: 'oauth',
      environmentId: 'sandbox',
      launchedAt: 1_700_000_000_000,
    });
    model.setValue('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    const second = model.values.value.state ?? '';
    await model.launcher.open('new-tab');
    expect(given.remembered.get(second)).not.toHaveProperty('codeVerifier');
  });

  test('shows why the background did not, keeps the values, and forgets it with the next change', async () => {
    const model = await open(world({ refuse: true }));
    const before = model.values.value;
    await model.launcher.open('this-tab');
    expect(model.launcher.state.value).toMatchObject({
      kind: 'failed',
      failure: { message: 'The tab is gone.' },
    });
    expect(model.values.value).toEqual(before);
    model.setValue('client_id', 'x');
    expect(model.launcher.state.value).toEqual({ kind: 'none' });
  });

  test.each(['', 'nonsense', 'javascript:alert(1)'])('does not open %o', async (address) => {
    const given = world();
    const model = await open(given);
    model.setEndpoint(address);
    await model.launcher.open('new-tab');
    expect(given.orders).toEqual([]);
    expect(model.launcher.state.value).toMatchObject({ kind: 'failed', failure: { code: 'no-address' } });
  });
});

describe('a request object', () => {
  test('needs a key, and says so', async () => {
    const given = world({ settings: { lastProfileId: 'leatherback' } });
    const model = await open(given);
    await expect.poll(() => model.problems.value.map(({ code }) => code)).toEqual(['no-signing-key']);
    await model.launcher.open('new-tab');
    expect(model.launcher.state.value).toMatchObject({ kind: 'failed', failure: { code: 'no-signing-key' } });
    expect(given.orders).toEqual([]);
    expect(await quickLaunch(given.services, 'leatherback/sandbox')).toMatchObject({
      ok: false,
      failure: {
        code: 'no-signing-key',
        message: 'Leatherback wants a signed request, and there is no key yet.',
      },
    });
  });

  test('is signed again with every change', async () => {
    const given = world({ settings: { lastProfileId: 'leatherback' }, keys: [signingKey] });
    const model = await open(given);
    await token(model);
    const first = model.signing.token.value;
    expect(decodeToken(first).header).toEqual({ alg: 'PS256', kid: signingKey.kid });
    model.setValue('scope', 'account');
    await expect.poll(() => decodeToken(model.signing.token.value).payload?.scope).toBe('account');
    expect(model.built.value.url).toContain(`?request=${model.signing.token.value}&state=`);
  });

  test('sends what is shown at the moment of opening, even before it was signed', async () => {
    const given = world({ settings: { lastProfileId: 'leatherback' }, keys: [signingKey] });
    const model = await open(given);
    model.setValue('client_id', '0'.repeat(32));
    await model.launcher.open('new-tab');
    const request = new URL(given.orders[0]?.url ?? '').searchParams.get('request') ?? '';
    expect(decodeToken(request).payload?.client_id).toBe('0'.repeat(32));
  });

  test('is optional for OpenID and then says who made it, for whom and when', async () => {
    const model = await open(world({ settings: { lastProfileId: 'openid' }, keys: [signingKey] }));
    expect(model.object.value).toBeUndefined();
    model.setSigned(true);
    await token(model);
    expect(decodeToken(model.signing.token.value).payload).toMatchObject({
      iss: 'grantscope-web',
      aud: 'http://127.0.0.1:4603',
      iat: 1_700_000_000,
      exp: 1_700_000_300,
    });
    model.setSigned(false);
    expect(model.built.value.url).not.toContain('request=');
  });
});

describe('pasting a URL', () => {
  test('chooses the profile, fills the fields and keeps the rest as extra rows', async () => {
    const model = await open();
    expect(
      await model.paste('https://op.example/a?client_id=c&scope=openid&response_type=code&foo=bar'),
    ).toBe(true);
    expect(model.profile.value.id).toBe('openid');
    expect(model.environment.value.id).toBe('custom');
    expect(model.endpoint.value).toBe('https://op.example/a');
    expect(model.built.value.url).toBe(
      'https://op.example/a?response_type=code&client_id=c&scope=openid&foo=bar',
    );
  });

  test('anything else changes nothing', async () => {
    const model = await open();
    const { url } = model.built.value;
    expect(await model.paste('not a url')).toBe(false);
    expect(model.built.value.url).toBe(url);
  });
});

test('extra rows come and go', async () => {
  const model = await open();
  model.addExtra();
  model.addExtra();
  const [first, second] = model.session.value.extras;
  model.setExtra(first?.id ?? 0, { name: 'a', value: 'b c' });
  model.removeExtra(second?.id ?? 0);
  expect(model.built.value.url).toMatch(/&a=b%20c$/);
});

test('a quick launch uses the remembered values and fresh ones', async () => {
  const given = world({ settings: { drafts: { connectpay: { scope: 'psd2-ais' } } } });
  expect(await quickLaunch(given.services, 'connectpay/sandbox')).toEqual({ ok: true, value: { tabId: 7 } });
  const [order] = given.orders;
  const sent = new URL(order?.url ?? '').searchParams;
  expect(sent.get('scope')).toBe('psd2-ais');
  expect(sent.get('state')).toBe(order?.state);
  expect(sent.get('nonce')).toMatch(/^[0-9a-f]{8}-/);
  expect(order).toMatchObject({ target: 'new-tab', profileId: 'connectpay', environmentId: 'sandbox' });
});
