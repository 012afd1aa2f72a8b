import { FALLBACK_PROFILE, PROFILES } from './registry.ts';
import type { StepSpec } from './step-types.ts';
import type { Profile } from './types.ts';

/** Profiles beside the built-in ones. */
export interface AddedProfiles {
  /** What the user made or imported. */
  readonly own: readonly Profile[];
  /** What the browser's policy brings. */
  readonly organisation: readonly Profile[];
}

/** Who a profile comes from. */
export type ProfileOrigin = 'built-in' | 'organisation' | 'own';

let added: AddedProfiles = { own: [], organisation: [] };
let all: readonly Profile[] = PROFILES;
const listeners = new Set<() => void>();

/**
 * Every profile that is known now: built in, of the organisation, of the user; the fallback last. In this order they are
 * offered and recognised, so that an added profile never takes a flow that a built-in one knows by the same evidence.
 */
export function allProfiles(): readonly Profile[] {
  return all;
}

/** Of {@link allProfiles} those whose flow begins with an authorize request in the browser. */
export function launchableProfiles(): readonly Profile[] {
  return all.filter(({ parameters }) => parameters.length > 0);
}

/** The profile with this id; the fallback when there is none, as for a flow of a profile that was deleted. */
export function profileById(id: string): Profile {
  return all.find((profile) => profile.id === id) ?? FALLBACK_PROFILE;
}

/** Who a profile comes from; `built-in` for one that is not known. */
export function originOfProfile(id: string): ProfileOrigin {
  if (added.organisation.some((profile) => profile.id === id)) return 'organisation';
  return added.own.some((profile) => profile.id === id) ? 'own' : 'built-in';
}

/** Replaces the profiles beside the built-in ones. An id that stands before it keeps its first meaning. */
export function setAddedProfiles(next: AddedProfiles): void {
  added = next;
  const builtIn = PROFILES.filter((profile) => profile !== FALLBACK_PROFILE);
  const known = new Map<string, Profile>();
  for (const profile of [...builtIn, ...next.organisation, ...next.own]) {
    if (!known.has(profile.id) && profile.id !== FALLBACK_PROFILE.id) known.set(profile.id, profile);
  }
  all = [...known.values(), FALLBACK_PROFILE];
  for (const listener of listeners) listener();
}

/**
 * Gives the built-in profiles their steps, by profile id; until then they have none. They stay the same objects, so that
 * nobody who holds one takes it for edited.
 */
export function setBuiltInSteps(steps: Readonly<Record<string, readonly StepSpec[]>>): void {
  for (const profile of PROFILES) {
    const own = steps[profile.id];
    if (own) Object.assign(profile, { steps: own });
  }
  setAddedProfiles(added);
}

/** Calls back whenever the profiles changed. Gives how to stop. */
export function watchProfiles(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
