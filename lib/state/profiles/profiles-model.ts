import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { duplicateProfile } from '../../providers/new-profile.ts';
import { writeProfileFile } from '../../providers/profile-file.ts';
import type { ProfileProblem } from '../../providers/profile-problem.ts';
import type { Profile } from '../../providers/types.ts';
import type { FollowedProfiles, ProfileChecks, RefusedProfiles } from '../../storage/follow-profiles.ts';
import type { ProfileStore } from '../../storage/profile-store.ts';
import { failureOf } from '../shared/failure-of.ts';
import type { CatalogueModel } from './catalogue-model.ts';
import { discoverProfile } from './profile-discovery.ts';

/** How long a deleted profile can be brought back, in milliseconds. */
export const PROFILE_UNDO_MILLISECONDS = 10_000;

/** What became of an import. */
export type Imported =
  | { readonly kind: 'imported'; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly ProfileProblem[] };

/** The profiles that can be changed, and what can be done with all of them. Nothing here throws. */
export interface ProfilesModel {
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** What is stored or shipped and cannot be used. */
  readonly refused: ReadonlySignal<readonly RefusedProfiles[]>;
  /** The profile that was deleted last, while it can be brought back. */
  readonly deleted: ReadonlySignal<Profile | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly imported: ReadonlySignal<Imported | undefined>;
  /** Checks a profile without storing it. */
  check(profile: unknown): Promise<readonly ProfileProblem[]>;
  /**
   * Stores a profile that passes every check, in place of `replaced` when that is given; gives what is wrong with it
   * otherwise.
   */
  save(profile: unknown, replaced?: string): Promise<readonly ProfileProblem[]>;
  /** Stores a copy of a profile and gives it. */
  duplicate(profile: Profile): Promise<Profile | undefined>;
  /** Asks an issuer for its discovery document, stores a profile made of it and gives it. Call from a click. */
  discover(issuer: string, name: string): Promise<Profile | undefined>;
  remove(profile: Profile): Promise<void>;
  /** Deletes what is stored under an id and cannot be used. */
  removeRefused(id: string): Promise<void>;
  undoRemove(): Promise<void>;
  forgetDeleted(): void;
  /** Stores every profile of a file, or none. */
  importFile(text: string, replace: boolean): Promise<void>;
  forgetImported(): void;
  /** Text of a file with these profiles. */
  exportFile(profiles: readonly Profile[], secrets: boolean): string;
}

export interface ProfilesContext extends Pick<CatalogueModel, 'catalogue' | 'loadSteps'> {
  readonly store: ProfileStore;
  readonly loadChecks: () => Promise<ProfileChecks>;
  readonly followed: Pick<FollowedProfiles, 'ready' | 'reload'>;
  readonly refused: ReadonlySignal<readonly RefusedProfiles[]>;
  readonly send?: typeof fetch;
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

/** Makes the model over the store. */
export function createProfilesModel({
  store,
  loadChecks,
  followed,
  refused,
  catalogue,
  send,
  after = afterTimeout,
}: ProfilesContext): ProfilesModel {
  const failure = signal<Failure>();
  const deleted = signal<Profile>();
  const busy = signal(false);
  const imported = signal<Imported>();
  let stopForgetting = (): void => {};

  const attempt = async <T>(action: () => Promise<T>): Promise<T | undefined> => {
    busy.value = true;
    try {
      const result = await action();
      failure.value = undefined;
      return result;
    } catch (error) {
      failure.value = failureOf(error, t('profilesNotStored'));
      return undefined;
    } finally {
      busy.value = false;
    }
  };
  const put = async (profiles: readonly Profile[]): Promise<void> => {
    await store.put(profiles);
    await followed.reload();
  };
  const forgetDeleted = (): void => {
    stopForgetting();
    deleted.value = undefined;
  };
  const taken = (profiles: readonly Profile[], allowed: readonly string[], at: (index: number) => string) =>
    profiles.flatMap(({ id }, index): readonly ProfileProblem[] => {
      if (allowed.includes(id) || !catalogue.peek().byId.has(id)) return [];
      const expected = t('profilesIdTaken');
      const remedy = t('profilesIdTakenRemedy');
      return [{ code: 'id-taken', pointer: at(index), expected, found: t('profilesIdFound', id), remedy }];
    });

  return {
    failure,
    refused,
    deleted,
    busy,
    imported,
    async check(profile) {
      const checked = (await loadChecks()).validateProfile(profile);
      return checked.ok ? [] : checked.problems;
    },
    async save(profile, replaced) {
      const checked = (await loadChecks()).validateProfile(profile);
      if (!checked.ok) return checked.problems;
      const problems = taken([checked.value], replaced === undefined ? [] : [replaced], () => '/id');
      if (problems.length > 0) return problems;
      await attempt(async () => {
        await store.put([checked.value]);
        if (replaced !== undefined && replaced !== checked.value.id) await store.remove(replaced);
        await followed.reload();
      });
      return [];
    },
    duplicate: (profile) =>
      attempt(async () => {
        const copy = duplicateProfile(profile, catalogue.peek().byId.keys());
        await put([copy]);
        return copy;
      }),
    async discover(issuer, name) {
      return attempt(async () => {
        const found = await discoverProfile(issuer, name, catalogue.peek().byId.keys(), send);
        if (!found.ok) throw CodedError.of(found.failure);
        await put([found.value]);
        return found.value;
      });
    },
    async remove(profile) {
      await attempt(async () => {
        await store.remove(profile.id);
        forgetDeleted();
        deleted.value = profile;
        stopForgetting = after(PROFILE_UNDO_MILLISECONDS, forgetDeleted);
        await followed.reload();
      });
    },
    async removeRefused(id) {
      await attempt(async () => {
        await store.remove(id);
        await followed.reload();
      });
    },
    async undoRemove() {
      const profile = deleted.peek();
      if (!profile) return;
      await attempt(async () => {
        await put([profile]);
        forgetDeleted();
      });
    },
    forgetDeleted,
    async importFile(text, replace) {
      await attempt(async () => {
        const checks = await loadChecks();
        const read = checks.readProfileFile(text);
        const own = replace ? Object.keys((await store.read()).own) : [];
        const problems = read.ok ? taken(read.value, own, (index) => `/profiles/${index}/id`) : read.problems;
        if (!read.ok || problems.length > 0) {
          imported.value = { kind: 'refused', problems };
          return;
        }
        await put(read.value);
        batch(() => {
          imported.value = { kind: 'imported', names: read.value.map(({ name }) => name) };
        });
      });
    },
    forgetImported() {
      imported.value = undefined;
    },
    exportFile: (profiles, secrets) => writeProfileFile(profiles, { secrets }),
  };
}

function afterTimeout(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
