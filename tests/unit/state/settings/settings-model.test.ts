import { expect, test } from 'vitest';
import type { Background } from '../../../../lib/messaging/protocol.ts';
import { createSettingsModel } from '../../../../lib/state/settings/settings-model.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../lib/storage/settings.ts';

const TYPED = { connectpay: { selected: 'stage', endpoints: { stage: 'https://bank.example/a' } } };

function world(options: { refuse?: boolean } = {}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, environments: TYPED };
  const granted = new Set<string>();
  const timers: (() => void)[] = [];
  const model = createSettingsModel(
    {
      access: {
        state: async () => ({ allSites: false, origins: [...granted] }),
        async request(patterns) {
          if (options.refuse) throw new Error('This function must be called during a user gesture');
          for (const pattern of patterns) granted.add(pattern);
          return true;
        },
        async revoke(patterns) {
          for (const pattern of patterns) granted.delete(pattern);
          return true;
        },
        currentSite: async () => 'https://site.example/x',
        watch: () => () => {},
      },
      background: {
        call: async () => ({ ok: false, failure: { code: 'x', message: 'x', remedy: 'x' } }),
        subscribe: () => () => {},
      } as Background,
      settings: {
        read: async () => settings,
        write: async (change) => {
          settings = { ...settings, ...change };
        },
        watch: () => () => {},
      },
    },
    (_, run) => {
      timers.push(run);
      return () => {};
    },
  );
  return { model, timers, current: () => settings };
}

test('grants and revokes, and shows what the browser says afterwards', async () => {
  const { model } = world();
  await model.allow(['https://a.example/*', 'https://b.example/*']);
  expect(model.access.value?.origins).toEqual(['https://a.example/*', 'https://b.example/*']);
  await model.revoke(['https://a.example/*']);
  expect(model.access.value?.origins).toEqual(['https://b.example/*']);
});

test('says why access could not be asked for', async () => {
  const { model } = world({ refuse: true });
  await model.allow(['https://a.example/*']);
  expect(model.failure.value).toMatchObject({
    code: 'unexpected',
    message: 'This function must be called during a user gesture',
  });
});

test('reset addresses can be brought back until they are forgotten', async () => {
  const { model, timers, current } = world();
  await model.reset();
  expect(current().environments).toEqual({});
  await model.undoReset();
  expect(current().environments).toEqual(TYPED);
  await model.reset();
  timers.at(-1)?.();
  await model.undoReset();
  expect(current().environments).toEqual({});
});

test('Preserve is stored', async () => {
  const { model, current } = world();
  await model.setPreserve(false);
  expect(current().preserve).toBe(false);
  expect(model.settings.value.preserve).toBe(false);
});
