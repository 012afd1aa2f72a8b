import type { Observation } from '../flow/observation.ts';
import { readObservation } from '../flow/schema/read-observation.ts';
import { decryptJson, encryptedText, encryptJson, readEncryptedText } from './encrypted-json.ts';
import type { Area } from './journal.ts';

const KEY = 'carried:observations';

/**
 * What was observed of flows that still wait, encrypted in storage.local while history is kept: storage.session, where the
 * journal is, is emptied when the extension is reloaded or updated.
 */
export interface CarriedFlows {
  /** Replaces what is carried. */
  write(observations: readonly Observation[]): Promise<void>;
  /** Nothing when it does not open. */
  read(): Promise<readonly Observation[]>;
}

/** @param key of the archive: what is carried can be read as long as the archive */
export function createCarriedFlows(area: Area, key: () => Promise<CryptoKey>): CarriedFlows {
  let empty = false;
  return {
    async write(observations) {
      if (observations.length === 0) {
        if (!empty) await area.remove([KEY]);
        empty = true;
        return;
      }
      await area.set({ [KEY]: encryptedText(await encryptJson(await key(), KEY, observations)) });
      empty = false;
    },
    async read() {
      const sealed = readEncryptedText((await area.get(KEY))[KEY]);
      if (!sealed) return [];
      const stored = await decryptJson<unknown>(await key(), KEY, sealed).catch(() => undefined);
      return Array.isArray(stored) ? stored.flatMap((one) => readObservation(one) ?? []) : [];
    },
  };
}
