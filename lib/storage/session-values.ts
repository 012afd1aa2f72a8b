import { browser } from '../browser/browser.ts';

/** Small facts of this browser session, in storage.session under their own keys. */
export interface SessionValues {
  /** When somebody last looked at the callbacks; milliseconds since the epoch. */
  readonly seenAt: number;
  /** Fingerprints of the URLs of callbacks that tabs showed before recording began. */
  readonly shownBefore: readonly string[];
  /** Observations that could not be kept. */
  readonly dropped: number;
  readonly droppedReason: string;
  /** Flows that were on disk and are no longer, through no doing of anybody here. */
  readonly lost: number;
  /** Flows that were in memory only when the extension was reloaded or updated. */
  readonly interrupted: number;
  /** Flows that left the disk because of the caps. */
  readonly expired: number;
  /** When the history was last used; milliseconds since the epoch. */
  readonly usedAt: number;
  /** Whether a panel or the workbench was connected when the background last looked. */
  readonly pagesOpen: boolean;
  /** Recording goes on until the browser closes, whatever is open. */
  readonly recordingDemanded: boolean;
  /** Written when what an earlier session left was dealt with. */
  readonly begun: boolean;
}

const DEFAULTS: SessionValues = {
  seenAt: 0,
  shownBefore: [],
  dropped: 0,
  droppedReason: '',
  lost: 0,
  interrupted: 0,
  expired: 0,
  usedAt: 0,
  pagesOpen: false,
  recordingDemanded: false,
  begun: false,
};
const PREFIX = 'session:';

/** Reads and writes them. */
export interface SessionStore {
  /** All of them; what was never written has its default. */
  read(): Promise<SessionValues>;
  /** Writes the given ones. */
  write(change: Partial<SessionValues>): Promise<void>;
  /** Adds to one of the numbers. What finds no room is not counted: never rejects. */
  count(name: 'lost' | 'expired', more: number): Promise<void>;
}

/** These facts in storage.session. Only the background writes them, so that it reads them once in its life. */
export function createSessionStore(): SessionStore {
  const area = browser.storage.session;
  let known: Promise<SessionValues> | undefined;
  const forget = (error: unknown): never => {
    known = undefined;
    throw error;
  };
  const read = (): Promise<SessionValues> => {
    known ??= readStored().catch(forget);
    return known;
  };
  const write = async (change: Partial<SessionValues>): Promise<void> => {
    const before = read();
    const next = before.then((values) => ({ ...values, ...change }));
    known = next;
    next.catch(() => {
      known = undefined;
    });
    await area
      .set(Object.fromEntries(Object.entries(change).map(([name, value]) => [PREFIX + name, value])))
      .catch(forget);
  };
  return {
    read,
    write,
    async count(name, more) {
      try {
        const { [name]: before } = await read();
        await write({ [name]: before + more });
      } catch {
        // The number is a courtesy; the storage's own trouble is told elsewhere.
      }
    },
  };
}

async function readStored(): Promise<SessionValues> {
  const names = Object.keys(DEFAULTS) as (keyof SessionValues)[];
  const stored = await browser.storage.session.get(names.map((name) => PREFIX + name));
  const found = names
    .map((name) => [name, stored[PREFIX + name]] as const)
    .filter(([name, value]) => isLike(DEFAULTS[name], value));
  return { ...DEFAULTS, ...Object.fromEntries(found) };
}

/** True for a value of the kind that a fact has; a number of something is neither negative nor NaN. */
function isLike(usual: SessionValues[keyof SessionValues], value: unknown): boolean {
  if (Array.isArray(usual)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (typeof usual === 'number') return typeof value === 'number' && value >= 0 && value < Infinity;
  return typeof value === typeof usual;
}
