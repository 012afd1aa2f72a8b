import { type PlaceOfUrl, placeOf } from '../oauth/url-place.ts';
import type { Catalogue } from './catalogue.ts';
import { FALLBACK_PROFILE } from './registry.ts';
import type { Profile } from './types.ts';

/** What is known of a flow, in plain values. */
export interface FlowFacts {
  /** The authorize request's URL, or the callback's when no request was seen. */
  readonly url?: string;
  /** Names of the parameters of the request and the callback, and of the claims of a request object. */
  readonly parameterNames: readonly string[];
  /** Names of the parameters of the authorize request alone, when one was seen. */
  readonly requestNames?: readonly string[];
  readonly scope?: string;
  /** Authorization endpoints that the user typed, by profile id. */
  readonly endpoints?: Readonly<Record<string, readonly string[]>>;
}

/** The facts with the parts of the URL that every profile is compared with. */
type ReadFacts = FlowFacts & PlaceOfUrl;

type Test = (profile: Profile, facts: ReadFacts, catalogue: Catalogue) => boolean;

/** Strongest evidence first: each is tried on every profile before the next one is. */
const TESTS: readonly Test[] = [
  (profile, facts, catalogue) =>
    endpointsOf(profile, facts, catalogue).some(({ address }) => isSame(address, facts.address)),
  (profile, facts, catalogue) =>
    endpointsOf(profile, facts, catalogue).some(({ origin }) => isSame(origin, facts.origin)),
  (profile, { hostname }) => profile.recognise.hosts.some((host) => hostMatches(host, hostname)),
  (profile, { parameterNames }) =>
    profile.recognise.parameters.some((names) => names.every((name) => parameterNames.includes(name))),
  (profile, { requestNames }) => {
    const sets = requestNames ? (profile.recognise.onlyParameters ?? []) : [];
    return sets.some(
      (names) => names.length === requestNames?.length && names.every((name) => requestNames.includes(name)),
    );
  },
  (profile, { scope }) => {
    const words = scope?.split(/\s+/) ?? [];
    return profile.recognise.scopes?.some((word) => words.includes(word)) ?? false;
  },
];

/** The id of the profile that a flow belongs to: by address, then by parameter names, then by scope, else `oauth`. */
export function identifyProfile(facts: FlowFacts, catalogue: Catalogue): string {
  const read = facts.url === undefined ? facts : { ...facts, ...placeOf(facts.url) };
  for (const test of TESTS) {
    const profile = catalogue.profiles.find((one) => test(one, read, catalogue));
    if (profile) return profile.id;
  }
  return FALLBACK_PROFILE.id;
}

function endpointsOf(
  { id }: Profile,
  { endpoints: typed }: FlowFacts,
  { endpoints }: Catalogue,
): readonly PlaceOfUrl[] {
  const known = endpoints.get(id) ?? [];
  return typed && Object.hasOwn(typed, id) ? [...(typed[id] ?? []).map(placeOf), ...known] : known;
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one === other;

function hostMatches(host: string, name: string | undefined): boolean {
  if (!name) return false;
  return host.startsWith('.') ? name.endsWith(host) || name === host.slice(1) : name === host;
}
