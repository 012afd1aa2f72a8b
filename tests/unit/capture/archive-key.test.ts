import { expect, test } from 'vitest';
import { createArchiveKey } from '../../../lib/capture/archive-key.ts';
import { memoryVault } from '../support/memory-vault.ts';

test('is kept on disk while history is, and leaves it with the choice', async () => {
  const { local, vault } = memoryVault();
  let keeps = false;
  const key = createArchiveKey(vault, async () => keeps);
  await key.get();
  expect(local.items.has('vault:archive')).toBe(false);
  keeps = true;
  key.chosen();
  await key.get();
  expect(local.items.has('vault:archive')).toBe(true);
  keeps = false;
  key.chosen();
  await key.get();
  expect(local.items.has('vault:archive')).toBe(false);
});

test('is not given while it cannot be kept as chosen, and is kept with the next use', async () => {
  const { local, session } = memoryVault();
  let full = true;
  const set: typeof local.set = async (items) => {
    if (full) throw new Error('QUOTA_BYTES quota exceeded');
    await local.set(items);
  };
  const { vault } = memoryVault({ ...local, set }, session);
  const key = createArchiveKey(vault, async () => true);
  await expect(key.get()).rejects.toThrow('quota');
  full = false;
  await key.get();
  expect(local.items.has('vault:archive')).toBe(true);
});
