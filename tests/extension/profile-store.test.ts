import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createProfileStore } from '../../lib/storage/profile-store.ts';

const { local } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
  // The fake has no list of keys.
  vi.spyOn(local, 'getKeys').mockImplementation(async () => Object.keys(await local.get(null)));
});

it('keeps each profile under its own key, and leaves everything else alone', async () => {
  await fakeBrowser.storage.local.set({ 'settings:recording': true });
  const store = createProfileStore();
  await store.put([{ id: 'one' }, { id: 'two' }]);
  await createProfileStore().put([{ id: 'three' }]);
  await store.remove('two');
  expect(await store.read()).toEqual({ own: { one: { id: 'one' }, three: { id: 'three' } } });
  expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual([
    'profile:one',
    'profile:three',
    'settings:recording',
  ]);
});

it('reads what the organisation ships', async () => {
  await fakeBrowser.storage.managed.set({ profiles: '{"version":1}' });
  expect(await createProfileStore().read()).toEqual({ own: {}, organisation: '{"version":1}' });
});

it('tells of profiles that another page changed, and of nothing else, until it is no longer asked to', async () => {
  const submitted = vi.fn();
  const stop = createProfileStore().watch(submitted);
  await fakeBrowser.storage.local.set({ 'settings:recording': true });
  await createProfileStore().put([{ id: 'one' }]);
  await vi.waitFor(() => expect(submitted).toHaveBeenCalledTimes(1));
  stop();
  await createProfileStore().remove('one');
  expect(submitted).toHaveBeenCalledTimes(1);
});

it('does not wait for policies that the browser is still loading, and announces them when they are there', async () => {
  let loaded = (_policies: { profiles: string }): void => undefined;
  const policies = new Promise<{ profiles: string }>((resolve) => {
    loaded = resolve;
  });
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(() => policies);
  const store = createProfileStore();
  const changed = vi.fn();
  store.watch(changed);
  expect(await store.read()).toEqual({ own: {} });
  expect(changed).not.toHaveBeenCalled();
  loaded({ profiles: '{"version":1}' });
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(await store.read()).toEqual({ own: {}, organisation: '{"version":1}' });
  expect(changed).toHaveBeenCalledTimes(1);
});
