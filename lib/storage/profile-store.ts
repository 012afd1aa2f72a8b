import { browser } from '../browser/browser.ts';

const PREFIX = 'profile:';

/** Name of the value in managed storage: the text of a profile file, or the file itself where policies may hold objects. */
const MANAGED = 'profiles';

/**
 * Milliseconds that reading waits for the browser's policies. Chromium takes some seconds to load them after its start;
 * nothing may wait that long, so that they are read again when they are there.
 */
export const POLICY_WAIT = 100;

/** What is stored of profiles, not checked yet. */
export interface StoredProfiles {
  /** By id. */
  readonly own: Readonly<Record<string, unknown>>;
  /** Undefined when the organisation ships none. */
  readonly organisation?: unknown;
}

/** Where added profiles live: each under its own key in storage.local, those of the organisation in storage.managed. */
export interface ProfileStore {
  read(): Promise<StoredProfiles>;
  put(profiles: readonly { readonly id: string }[]): Promise<void>;
  remove(id: string): Promise<void>;
  watch(listener: () => void): () => void;
}

/** Profiles in the browser's storage. Those of policies that came late are announced as a change. */
export function createProfileStore(): ProfileStore {
  const area = browser.storage.local;
  const listeners = new Set<() => void>();
  let known: unknown;
  const readPolicies = async (): Promise<unknown> => {
    const before = known;
    const reading = readManaged().then((organisation) => {
      known = organisation;
    });
    const inTime = await Promise.race([
      reading.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, POLICY_WAIT, false)),
    ]);
    if (inTime) return known;
    void reading.then(() => {
      if (JSON.stringify(known) !== JSON.stringify(before)) for (const listener of listeners) listener();
    });
    return before;
  };
  return {
    async read() {
      const [keys, organisation] = await Promise.all([ownKeys(area), readPolicies()]);
      const stored = keys.length === 0 ? {} : await area.get([...keys]);
      const own = Object.entries(stored).map(([key, value]) => [key.slice(PREFIX.length), value] as const);
      return {
        own: Object.fromEntries(own),
        ...(organisation === undefined ? {} : { organisation }),
      };
    },
    put: (profiles) =>
      area.set(Object.fromEntries(profiles.map((profile) => [PREFIX + profile.id, profile]))),
    remove: (id) => area.remove(PREFIX + id),
    watch(listener) {
      const onChanged = (changes: Record<string, unknown>): void => {
        if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) listener();
      };
      const { managed } = browser.storage;
      // Of these areas alone: the journal writes to the session's with every hop.
      area.onChanged.addListener(onChanged);
      managed.onChanged.addListener(listener);
      listeners.add(listener);
      return () => {
        area.onChanged.removeListener(onChanged);
        managed.onChanged.removeListener(listener);
        listeners.delete(listener);
      };
    },
  };
}

/** The keys of profiles; the area holds much more when history is kept, which is not read where the browser can list keys. */
async function ownKeys(area: typeof browser.storage.local): Promise<readonly string[]> {
  const listing = area as { getKeys?: () => Promise<readonly string[]> };
  const keys = listing.getKeys ? await listing.getKeys() : Object.keys(await area.get(null));
  return keys.filter((key) => key.startsWith(PREFIX));
}

/** Undefined where there is no policy; Firefox then rejects, and other areas of storage are not touched by it. */
async function readManaged(): Promise<unknown> {
  try {
    return (await browser.storage.managed.get(MANAGED))[MANAGED];
  } catch {
    return undefined;
  }
}
