import { describe, expect, test } from 'vitest';
import { decryptBytes, encryptBytes } from '../../../lib/storage/encrypted.ts';
import { LockedError } from '../../../lib/storage/locked-error.ts';
import type { LockedKey } from '../../../lib/storage/passphrase-key.ts';
import { rewriteArea } from '../../../lib/storage/rewrite-area.ts';
import { clearableArea, memoryVault } from '../support/memory-vault.ts';

const TEXT = new TextEncoder().encode('code');

/** Whether what one key encrypted opens with the other. */
async function same(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  const sealed = await encryptBytes(one, 'n', TEXT);
  return decryptBytes(other, 'n', sealed).then(
    () => true,
    () => false,
  );
}

test('without history the archive’s key is in the session’s storage alone', async () => {
  const { local, session, vault } = memoryVault();
  const key = await vault.archive();
  expect(local.items.size).toBe(0);
  expect([...session.items.keys()]).toEqual(['vault:archive']);
  expect(await same(key, await memoryVault(local, session).vault.archive())).toBe(true);
  expect(await same(key, await memoryVault(local).vault.archive())).toBe(false);
});

test('with history the key outlives the session, encrypted by the root key', async () => {
  const { local, session, vault } = memoryVault();
  const key = await vault.archive();
  await vault.keepArchive(true);
  const open = session.items.get('vault:archive') as string;
  expect(JSON.stringify([...local.items])).not.toContain(open);
  expect(await same(key, await memoryVault(local).vault.archive())).toBe(true);
});

test('when history is switched off the key leaves the disk by a storage that is cleared whole, and all else stays', async () => {
  const { local, session, vault } = memoryVault();
  const key = await vault.archive();
  await local.set({ 'settings:recording': true });
  await vault.keepArchive(true);
  const cleared: number[] = [];
  const clear = async (): Promise<void> => {
    cleared.push(local.items.size);
    await local.clear();
  };
  await memoryVault({ ...local, clear }, session).vault.keepArchive(false);
  expect(cleared).toEqual([3]);
  expect([...local.items.keys()].toSorted()).toEqual(['settings:recording', 'vault:root']);
  expect(await same(key, await memoryVault(local, session).vault.archive())).toBe(true);
  expect(await same(key, await memoryVault(local).vault.archive())).toBe(false);
});

test('makes one root key however many ask at once, and the same again later', async () => {
  const { local, vault } = memoryVault();
  const keys = await Promise.all(Array.from({ length: 5 }, () => vault.root()));
  const [first, ...others] = keys as [CryptoKey, ...CryptoKey[]];
  for (const other of others) expect(await same(first, other)).toBe(true);
  expect(await same(first, await memoryVault(local).vault.root())).toBe(true);
});

test('a kept key that no longer opens is as good as gone: a new one takes its place', async () => {
  const { local, vault } = memoryVault();
  await vault.keepArchive(true);
  local.items.delete('vault:root');
  const next = memoryVault(local);
  const key = await next.vault.archive();
  await next.vault.keepArchive(true);
  expect(await same(key, await memoryVault(local).vault.archive())).toBe(true);
});

test('rewriting an area keeps what is to stay', async () => {
  const area = clearableArea();
  await area.set({ a: 1, b: 2, c: { d: [3] } });
  await rewriteArea(area, ({ b: _, ...rest }) => rest);
  expect(Object.fromEntries(area.items)).toEqual({ a: 1, c: { d: [3] } });
});

describe('a passphrase', () => {
  test('alone opens what is kept, from then on', async () => {
    const { local, session, vault } = memoryVault();
    await vault.keepArchive(true);
    const key = await vault.archive();
    expect(await vault.lock()).toBe('none');
    await vault.setPassphrase('correct horse');
    expect(await vault.lock()).toBe('open');
    expect(local.items.has('vault:archive')).toBe(false);
    expect(JSON.stringify([...local.items])).not.toContain(session.items.get('vault:archive'));

    const later = memoryVault(local).vault;
    expect(await later.lock()).toBe('locked');
    await expect(later.archive()).rejects.toThrow(LockedError);
    await expect(later.setPassphrase('mine')).rejects.toThrow(LockedError);
    await expect(later.removePassphrase()).rejects.toThrow(LockedError);
    expect(await later.unlock('Correct horse')).toBe(false);
    await expect(later.archive()).rejects.toThrow(LockedError);
    expect(await later.unlock('correct horse')).toBe(true);
    expect(await same(key, await later.archive())).toBe(true);
    await later.keepArchive(true);
    expect(local.items.has('vault:archive')).toBe(false);
  });

  test('is asked for again once the key was dropped from memory', async () => {
    const { session, vault } = memoryVault();
    await vault.keepArchive(true);
    await vault.setPassphrase('p');
    const key = await vault.archive();
    await vault.close();
    expect(session.items.size).toBe(0);
    await expect(vault.archive()).rejects.toThrow(LockedError);
    await vault.unlock('p');
    expect(await same(key, await vault.archive())).toBe(true);
  });

  test('can be changed and removed; the one before opens nothing', async () => {
    const { local, vault } = memoryVault();
    await vault.keepArchive(true);
    const key = await vault.archive();
    await vault.setPassphrase('first');
    await vault.setPassphrase('second');
    const later = memoryVault(local).vault;
    expect(await later.unlock('first')).toBe(false);
    expect(await later.unlock('second')).toBe(true);
    await later.removePassphrase();
    expect(await later.lock()).toBe('none');
    expect(await same(key, await memoryVault(local).vault.archive())).toBe(true);
  });

  test('goes with the history; without one nothing is dropped from memory', async () => {
    const { local, vault } = memoryVault();
    await vault.keepArchive(true);
    await vault.setPassphrase('p');
    await vault.keepArchive(false);
    expect(local.items.has('vault:passphrase')).toBe(false);
    const key = await vault.archive();
    await vault.close();
    expect(await same(key, await vault.archive())).toBe(true);
  });

  test('is stretched by 600,000 rounds, with a salt of its own', async () => {
    const { local, vault } = memoryVault();
    await vault.setPassphrase('p');
    const first = local.items.get('vault:passphrase') as LockedKey;
    await vault.setPassphrase('p');
    const second = local.items.get('vault:passphrase') as LockedKey;
    expect(first.iterations).toBe(600_000);
    expect(first.salt).not.toBe(second.salt);
    expect(first.salt).toHaveLength(22);
  });
});
