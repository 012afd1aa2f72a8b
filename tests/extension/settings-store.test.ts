import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exclusiveHere } from '../../lib/storage/exclusive.ts';
import { createLaunchMemory } from '../../lib/storage/launch-memory.ts';
import { createSessionStore } from '../../lib/storage/session-values.ts';
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts';
import { createSettingsStore } from '../../lib/storage/settings-store.ts';
import { createVault, type VaultParts } from '../../lib/storage/vault.ts';

beforeEach(() => fakeBrowser.reset());

describe('the settings store', () => {
  it('has defaults before anything was chosen', async () => {
    expect(await createSettingsStore().read()).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps each choice under its own key, so that two pages never overwrite one another', async () => {
    await Promise.all([
      createSettingsStore().write({ recording: 'always' }),
      createSettingsStore().write({ listWidth: 400 }),
    ]);
    expect(await createSettingsStore().read()).toEqual({
      ...DEFAULT_SETTINGS,
      recording: 'always',
      listWidth: 400,
    });
  });

  it('tells what another page chose until it is no longer asked to', async () => {
    const submitted = vi.fn();
    const stop = createSettingsStore().watch(submitted);
    await createSettingsStore().write({ preserve: false });
    await vi.waitFor(() => expect(submitted).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, preserve: false }));
    stop();
    await createSettingsStore().write({ preserve: true });
    expect(submitted).toHaveBeenCalledTimes(1);
  });
});

describe('two changes of settings that follow at once', () => {
  it('are told as the last of them', async () => {
    const told = vi.fn();
    const stop = createSettingsStore().watch(told);
    await Promise.all([
      fakeBrowser.storage.local.set({ 'settings:listWidth': 401 }),
      fakeBrowser.storage.local.set({ 'settings:listWidth': 402 }),
    ]);
    await vi.waitFor(() => expect(told.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, listWidth: 402 }]]));
    stop();
  });
});

describe('recording, chosen before it had modes', () => {
  it.each([
    [true, 'always'],
    [false, 'off'],
    ['sometimes', 'while-open'],
  ])('%j reads as %s', async (stored, mode) => {
    await fakeBrowser.storage.local.set({ 'settings:recording': stored });
    expect((await createSettingsStore().read()).recording).toBe(mode);
  });
});

describe('settings that something else wrote', () => {
  const keys = Object.keys(DEFAULT_SETTINGS).map((name) => `settings:${name}`);

  it('have their defaults where they are not of their shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), async (stored) => {
        fakeBrowser.reset();
        await fakeBrowser.storage.local.set(stored);
        const settings = await createSettingsStore().read();
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        for (const [name, usual] of Object.entries(DEFAULT_SETTINGS)) {
          const value = settings[name as keyof typeof settings];
          expect(typeof value).toBe(typeof usual);
          expect(value).not.toBeNull();
          expect(Array.isArray(value)).toBe(false);
        }
        for (const { selected, endpoints } of Object.values(settings.environments)) {
          expect([typeof selected, typeof endpoints]).toEqual(['string', 'object']);
        }
        for (const ids of Object.values(settings.silenced)) expect(Array.isArray(ids)).toBe(true);
      }),
    );
  });

  it('are set aside when they are written over, and stay until then', async () => {
    await fakeBrowser.storage.local.set({ 'settings:environments': [1], 'settings:listWidth': 'wide' });
    const store = createSettingsStore();
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    await store.write({ environments: {} });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({
      'settings:environments': {},
      'settings:listWidth': 'wide',
      'set-aside:settings:environments': [1],
    });
  });
});

describe('the last values of the Request tab', () => {
  const drafts = { openid: { client_id: 'a-client-of-a-bank' } };
  const vault = () =>
    createVault({ ...fakeBrowser.storage, exclusive: exclusiveHere() } as unknown as VaultParts);
  const onDisk = async (): Promise<string> => JSON.stringify(await fakeBrowser.storage.local.get(null));

  it('lie on disk encrypted, and every page with the vault reads them', async () => {
    await createSettingsStore(vault()).write({ drafts, recording: 'always' });
    expect(await onDisk()).not.toContain('a-client-of-a-bank');
    expect(await createSettingsStore(vault()).read()).toEqual({
      ...DEFAULT_SETTINGS,
      drafts,
      recording: 'always',
    });
  });

  it('are those of the last change, although encrypting an earlier one took longer', async () => {
    const own = vault();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const slowAtFirst = {
      ...own,
      root: async () => {
        asked += 1;
        if (asked === 1) await held;
        return own.root();
      },
    };
    const settings = createSettingsStore(slowAtFirst);
    const first = settings.write({ drafts: { openid: { client_id: 'first' } } });
    const second = settings.write({ drafts });
    release();
    await Promise.all([first, second]);
    expect((await createSettingsStore(vault()).read()).drafts).toEqual(drafts);
  });

  it('that an earlier version wrote in clear are encrypted when they are first read', async () => {
    await fakeBrowser.storage.local.set({ 'settings:drafts': drafts, 'settings:listWidth': 400 });
    const settings = createSettingsStore(vault());
    expect(await settings.read()).toEqual({ ...DEFAULT_SETTINGS, drafts, listWidth: 400 });
    expect(await onDisk()).not.toContain('a-client-of-a-bank');
    expect(await settings.read()).toEqual({ ...DEFAULT_SETTINGS, drafts, listWidth: 400 });
  });

  it('are neither read nor written where there is no vault, as in the background', async () => {
    await createSettingsStore(vault()).write({ drafts });
    const settings = createSettingsStore();
    await settings.write({ drafts: {}, listWidth: 400 });
    expect(await settings.read()).toEqual({ ...DEFAULT_SETTINGS, listWidth: 400 });
    expect(await createSettingsStore(vault()).read()).toEqual({
      ...DEFAULT_SETTINGS,
      drafts,
      listWidth: 400,
    });
  });

  it('are empty when another root key encrypted them', async () => {
    await createSettingsStore(vault()).write({ drafts });
    await fakeBrowser.storage.local.remove('vault:root');
    expect(await createSettingsStore(vault()).read()).toEqual(DEFAULT_SETTINGS);
  });

  it('of another shape are set aside encrypted when they are written over', async () => {
    await fakeBrowser.storage.local.set({ 'settings:drafts': ['a-client-of-a-bank'] });
    const settings = createSettingsStore(vault());
    await settings.write({ drafts });
    expect(await settings.read()).toEqual({ ...DEFAULT_SETTINGS, drafts });
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual([
      'set-aside:settings:drafts',
      'settings:drafts',
      'vault:root',
    ]);
    expect(await onDisk()).not.toContain('a-client-of-a-bank');
  });
});

describe('session values', () => {
  it('have their defaults where they are no numbers, negative, or of another shape', async () => {
    await fakeBrowser.storage.session.set({
      'session:seenAt': -5,
      'session:dropped': 'many',
      'session:lost': Number.NaN,
      'session:shownBefore': [1],
      'session:begun': null,
      'session:expired': 3,
    });
    expect(await createSessionStore().read()).toEqual({
      seenAt: 0,
      shownBefore: [],
      dropped: 0,
      droppedReason: '',
      lost: 0,
      interrupted: 0,
      usedAt: 0,
      expired: 3,
      pagesOpen: false,
      recordingDemanded: false,
      begun: false,
    });
  });

  it('change one at a time', async () => {
    const session = createSessionStore();
    await Promise.all([session.write({ seenAt: 5 }), session.write({ dropped: 1, droppedReason: 'full' })]);
    const expected = {
      seenAt: 5,
      shownBefore: [],
      dropped: 1,
      droppedReason: 'full',
      lost: 0,
      expired: 0,
      interrupted: 0,
      usedAt: 0,
      pagesOpen: false,
      recordingDemanded: false,
      begun: false,
    };
    expect(await session.read()).toEqual(expected);
    // Another life of the background has only what is stored.
    expect(await createSessionStore().read()).toEqual(expected);
  });
});

describe('the launch memory', () => {
  it('gives back what was remembered for a state, and nothing for another', async () => {
    const facts = { profileId: 'openid', environmentId: 'sandbox', codeVerifier: 'v', launchedAt: 1 };
    await createLaunchMemory().remember('s1', facts);
    expect(await createLaunchMemory().recall('s1')).toEqual(facts);
    expect(await createLaunchMemory().recall('s2')).toBeUndefined();
  });
});
