import type { ProfileProblem } from '../providers/profile-problem.ts';
import type { Profile } from '../providers/types.ts';
import type * as Validation from '../providers/validate-profile.ts';
import type { ProfileStore, StoredProfiles } from './profile-store.ts';

/** The checks; loaded only where there is something to check. */
export type ProfileChecks = Pick<
  typeof Validation,
  'validateProfile' | 'validateProfileFile' | 'readProfileFile'
>;

/** Stored profiles that cannot be used, and why. */
export interface RefusedProfiles {
  /** The id under which an own profile is stored; absent for the organisation's file. */
  readonly id?: string;
  readonly problems: readonly ProfileProblem[];
}

export interface FollowedProfiles {
  /** Resolves when what is stored was read for the first time. Never rejects. */
  readonly ready: Promise<void>;
  /** Reads them again. Never rejects. */
  reload(): Promise<readonly RefusedProfiles[]>;
  stop(): void;
}

/**
 * Reads the stored profiles, now and whenever they change.
 * @param onRead told, after each reading, which profiles there are and what was left out
 */
export function followProfiles(
  store: ProfileStore,
  loadChecks: () => Promise<ProfileChecks>,
  onRead: (read: ReadProfiles) => void,
): FollowedProfiles {
  let reading = 0;
  const reload = async (): Promise<readonly RefusedProfiles[]> => {
    const mine = ++reading;
    try {
      const stored = await store.read();
      const empty = Object.keys(stored.own).length === 0 && stored.organisation === undefined;
      const read = empty ? NOTHING : readStored(stored, await loadChecks());
      if (mine !== reading) return read.refused;
      onRead(read);
      return read.refused;
    } catch {
      // Without storage there are the built-in profiles.
      return [];
    }
  };
  const stop = store.watch(() => void reload());
  return { ready: reload().then(() => undefined), reload, stop };
}

/** The profiles that are stored and can be used. */
export interface ReadProfiles {
  readonly own: readonly Profile[];
  readonly organisation: readonly Profile[];
  readonly refused: readonly RefusedProfiles[];
}

const NOTHING: ReadProfiles = { own: [], organisation: [], refused: [] };

/** Checks what is stored: it may come from another version, or from an administrator's own hand. */
function readStored({ own, organisation }: StoredProfiles, checks: ProfileChecks): ReadProfiles {
  const refused: RefusedProfiles[] = [];
  const shipped: Profile[] = [];
  if (organisation !== undefined) {
    const read =
      typeof organisation === 'string'
        ? checks.readProfileFile(organisation)
        : checks.validateProfileFile(organisation);
    if (read.ok) shipped.push(...read.value);
    else refused.push({ problems: read.problems });
  }
  const kept: Profile[] = [];
  for (const [id, value] of Object.entries(own)) {
    const checked = checks.validateProfile(value);
    const problems = checked.ok ? clash(checked.value, shipped) : checked.problems;
    if (checked.ok && problems.length === 0) kept.push(checked.value);
    else refused.push({ id, problems });
  }
  kept.sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
  return { own: kept, organisation: shipped, refused };
}

function clash({ id }: Profile, shipped: readonly Profile[]): readonly ProfileProblem[] {
  if (!shipped.some((profile) => profile.id === id)) return [];
  const expected = 'an id that none of your organisation’s profiles has';
  return [
    {
      code: 'id-taken',
      pointer: '/id',
      expected,
      found: `“${id}”`,
      remedy: 'Export it and import it under another id.',
    },
  ];
}
