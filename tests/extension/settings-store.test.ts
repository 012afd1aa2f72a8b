import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLaunchMemory } from '../../lib/storage/launch-memory.ts';
import { createSessionStore } from '../../lib/storage/session-values.ts';
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts';
import { createSettingsStore } from '../../lib/storage/settings-store.ts';

beforeEach(() => fakeBrowser.reset());

describe('the settings store', () => {
  it('has defaults before anything was chosen', async () => {
    expect(await createSettingsStore().read()).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps each choice under its own key, so that two pages never overwrite one another', async () => {
    await Promise.all([
      createSettingsStore().write({ recording: true }),
      createSettingsStore().write({ listWidth: 400 }),
    ]);
    expect(await createSettingsStore().read()).toEqual({
      ...DEFAULT_SETTINGS,
      recording: true,
      listWidth: 400,
    });
  });

  it('tells what another page chose until it is no longer asked to', async () => {
    const told = vi.fn();
    const stop = createSettingsStore().watch(told);
    await createSettingsStore().write({ preserve: false });
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, preserve: false }));
    stop();
    await createSettingsStore().write({ preserve: true });
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('session values', () => {
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
