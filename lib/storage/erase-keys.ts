import type { KeyStore } from '../keys/types.ts';

/** Deletes every key of a store, one by one, so that pages that have it open need not close it. */
export async function eraseKeys(keys: KeyStore): Promise<void> {
  const all = await keys.list('all');
  await Promise.all(all.map(({ id }) => keys.delete(id)));
}
