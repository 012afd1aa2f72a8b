import type { KeyStore } from '../../lib/keys/types.ts';
import type { Services } from '../../lib/state/app/services.ts';
import { createKeysModel, type KeysModel } from '../../lib/state/keys/keys-model.ts';

const models = new WeakMap<KeyStore, KeysModel>();

/** The one keys model over a page's key store, so that the Keys tab and the Request tab show the same keys. */
export function keysModelOf({ keys, now }: Pick<Services, 'keys' | 'now'>): KeysModel {
  const known = models.get(keys);
  if (known) return known;
  const model = createKeysModel({ keys, now });
  models.set(keys, model);
  void model.reload();
  return model;
}
