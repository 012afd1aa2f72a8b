import type { ClientAuthentication } from '../providers/step-types.ts';
import { decryptJson, encryptedText, encryptJson, readEncryptedText } from './encrypted-json.ts';
import type { Vault } from './vault.ts';

/** A value that a step's answer gave, as it is kept. */
export interface KeptResult {
  readonly stepId: string;
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds since the epoch; absent when nobody says. */
  readonly expiresAt?: number;
  /** The flow for which the step was run. */
  readonly flowId?: string;
}

/** How the last run of a step ended. */
export interface StepOutcome {
  readonly ok: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
}

/** By step, then by field. */
export type TypedValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the Steps tab keeps for one profile and environment. */
export interface StepRecord {
  /** What the user typed, without secrets. */
  readonly typed: TypedValues;
  readonly secrets: TypedValues;
  readonly results: readonly KeptResult[];
  readonly outcomes: Readonly<Record<string, StepOutcome>>;
  readonly authentication: Readonly<Record<string, ClientAuthentication>>;
  /** Id of the key that signs client assertions. */
  readonly keyId?: string;
  /** Whether secrets and results are kept on this machine and outlive the browser. */
  readonly saved: boolean;
}

export const EMPTY_RECORD: StepRecord = {
  typed: {},
  secrets: {},
  results: [],
  outcomes: {},
  authentication: {},
  saved: false,
};

/** Where the Steps tab keeps its values; `owner` is a profile and an environment. */
export interface StepMemory {
  read(owner: string): Promise<StepRecord>;
  write(owner: string, record: StepRecord): Promise<void>;
  /** Deletes everything of an owner, wherever it is. */
  forget(owner: string): Promise<void>;
}

/** The part of a storage area that is used. */
interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

interface StepMemoryParts {
  readonly local: Area;
  readonly session: Area;
  /** Key of what lies in `local`, and what takes values out of it so that no bytes of them stay on disk. */
  readonly vault: Pick<Vault, 'root' | 'discard'>;
}

const PLAIN = 'steps:';
const SECRET = 'steps-secret:';

/**
 * What is no secret is remembered in `local`. Secrets and results are in `session`, gone with the browser, unless the
 * record says that they are saved; then they are in `local` as well. What lies in `local` is encrypted.
 */
export function createStepMemory({ local, session, vault }: StepMemoryParts): StepMemory {
  const stored = async (area: Area, key: string): Promise<unknown> => (await area.get(key))[key];
  const write = async (key: string, value: unknown): Promise<void> =>
    local.set({ [key]: encryptedText(await encryptJson(await vault.root(), key, value)) });
  /** What an earlier version wrote in clear is encrypted when it is read. What does not open is as good as gone. */
  const read = async (key: string): Promise<Partial<StepRecord> | undefined> => {
    const value = await stored(local, key);
    if (value === undefined) return undefined;
    const sealed = readEncryptedText(value);
    if (sealed)
      return decryptJson<Partial<StepRecord>>(await vault.root(), key, sealed).catch(() => undefined);
    await write(key, value);
    return value as Partial<StepRecord>;
  };
  return {
    async read(owner) {
      const [plain, ofSession, saved] = await Promise.all([
        read(PLAIN + owner),
        stored(session, SECRET + owner) as Promise<Partial<StepRecord> | undefined>,
        read(SECRET + owner),
      ]);
      return { ...EMPTY_RECORD, ...plain, ...saved, ...ofSession, saved: saved !== undefined };
    },
    async write(owner, { typed, authentication, keyId, secrets, results, outcomes, saved }) {
      const plain = { typed, authentication, ...(keyId === undefined ? {} : { keyId }) };
      const secret = { secrets, results, outcomes };
      await Promise.all([
        write(PLAIN + owner, plain),
        session.set({ [SECRET + owner]: secret }),
        saved ? write(SECRET + owner, secret) : vault.discard([SECRET + owner]),
      ]);
    },
    async forget(owner) {
      await Promise.all([vault.discard([PLAIN + owner, SECRET + owner]), session.remove([SECRET + owner])]);
    },
  };
}
