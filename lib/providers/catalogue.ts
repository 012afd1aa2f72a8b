import { type Aliases, COMMON_ALIASES } from '../oauth/aliases.ts';
import { type TrafficNames, trafficNames } from '../oauth/traffic-names.ts';
import { type PlaceOfUrl, placeOf } from '../oauth/url-place.ts';
import { FALLBACK_PROFILE, PROFILES } from './registry.ts';
import type { StepSpec } from './step-types.ts';
import type { Profile } from './types.ts';

/** What a catalogue is made of beside the built-in profiles. */
export interface CatalogueParts {
  /** What the user made or imported. */
  readonly own?: readonly Profile[];
  /** What the browser's policy brings. */
  readonly organisation?: readonly Profile[];
  /** Steps of the built-in profiles, by profile id; without them these have none. */
  readonly steps?: Readonly<Record<string, readonly StepSpec[]>>;
}

/** Who a profile comes from. */
export type ProfileOrigin = 'built-in' | 'organisation' | 'own';

/** Every profile that is known, with what is looked up in all of them. Immutable: another set of profiles is another catalogue. */
export interface Catalogue {
  /**
   * Built in, of the organisation, of the user; the fallback last. In this order they are offered and recognised, so that
   * an added profile never takes a flow that a built-in one knows by the same evidence.
   */
  readonly profiles: readonly Profile[];
  readonly byId: ReadonlyMap<string, Profile>;
  /** Who the added profiles come from, by id; a built-in one is not in it. */
  readonly origins: ReadonlyMap<string, ProfileOrigin>;
  /** Profiles by their family, in order. */
  readonly families: ReadonlyMap<string, readonly Profile[]>;
  /** Spellings of every profile together; where two profiles differ the first one's meaning counts. */
  readonly aliases: Aliases;
  /** Spellings where a profile means one otherwise than {@link aliases}, by profile id. */
  readonly ownAliases: ReadonlyMap<string, Aliases>;
  /** What authorization traffic is recognised by before anything of it is parsed. */
  readonly traffic: TrafficNames;
  /** Places of the authorization endpoints that the environments name, by profile id. */
  readonly endpoints: ReadonlyMap<string, readonly PlaceOfUrl[]>;
}

/** Makes a catalogue. Of two profiles with one id the first counts: an added one never replaces a built-in one. */
export function createCatalogue({ own = [], organisation = [], steps = {} }: CatalogueParts = {}): Catalogue {
  const builtIn = PROFILES.map((profile) => withSteps(profile, steps));
  const fallback = builtIn.find(({ id }) => id === FALLBACK_PROFILE.id) ?? FALLBACK_PROFILE;
  const known = new Map<string, Profile>();
  const origins = new Map<string, ProfileOrigin>();
  const add = (profiles: readonly Profile[], origin?: ProfileOrigin): void => {
    for (const profile of profiles) {
      if (known.has(profile.id) || profile.id === fallback.id) continue;
      known.set(profile.id, profile);
      if (origin) origins.set(profile.id, origin);
    }
  };
  add(builtIn);
  add(organisation, 'organisation');
  add(own, 'own');
  const profiles = [...known.values(), fallback];
  const aliases = mergeAliases(profiles);
  return {
    profiles,
    byId: new Map(profiles.map((profile) => [profile.id, profile])),
    origins,
    families: groupByFamily(profiles),
    aliases,
    ownAliases: differingAliases(profiles, aliases),
    traffic: trafficNames(aliases),
    endpoints: new Map(profiles.map((profile) => [profile.id, endpointsOf(profile)])),
  };
}

/** The profile with this id; the fallback when there is none, as for a flow of a profile that was deleted. */
export function profileById({ byId, profiles }: Catalogue, id: string): Profile {
  return byId.get(id) ?? profiles.at(-1) ?? FALLBACK_PROFILE;
}

/** Profiles whose flow begins with an authorize request in the browser. */
export function launchableProfiles({ profiles }: Catalogue): readonly Profile[] {
  return profiles.filter(({ parameters }) => parameters.length > 0);
}

/** Who a profile comes from; `built-in` for one that is not known. */
export function originOfProfile({ origins }: Catalogue, id: string): ProfileOrigin {
  return origins.get(id) ?? 'built-in';
}

/** Spellings by which a profile's requests and callbacks are read. */
export function aliasesOf({ aliases, ownAliases }: Catalogue, profileId: string): Aliases {
  return ownAliases.get(profileId) ?? aliases;
}

/** The provider whose rules a profile's flows are evaluated by: a copy keeps that of its original. */
export function familyOf({ id, family }: Pick<Profile, 'id' | 'family'>): string {
  return family ?? id;
}

function withSteps(profile: Profile, steps: Readonly<Record<string, readonly StepSpec[]>>): Profile {
  const own = Object.hasOwn(steps, profile.id) ? steps[profile.id] : undefined;
  return own ? { ...profile, steps: own } : profile;
}

function groupByFamily(profiles: readonly Profile[]): ReadonlyMap<string, readonly Profile[]> {
  const families = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const family = familyOf(profile);
    families.set(family, [...(families.get(family) ?? []), profile]);
  }
  return families;
}

function mergeAliases(profiles: readonly Profile[]): Aliases {
  return Object.assign({}, ...profiles.map(({ aliases }) => aliases).toReversed(), COMMON_ALIASES);
}

function differingAliases(profiles: readonly Profile[], merged: Aliases): ReadonlyMap<string, Aliases> {
  const differs = ({ aliases }: Profile): boolean =>
    Object.entries(aliases).some(([name, standard]) => merged[name] !== standard);
  return new Map(profiles.filter(differs).map(({ id, aliases }) => [id, { ...merged, ...aliases }]));
}

function endpointsOf({ environments }: Profile): readonly PlaceOfUrl[] {
  return environments.map(({ authorizationEndpoint }) => placeOf(authorizationEndpoint));
}
