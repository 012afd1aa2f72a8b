import { originOf, parseUrl, splitUrl } from '../oauth/url.ts';
import { allProfiles } from './catalogue.ts';
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
type ReadFacts = FlowFacts & ReadUrl;

type Test = (profile: Profile, facts: ReadFacts) => boolean;

/** Strongest evidence first: each is tried on every profile before the next one is. */
const TESTS: readonly Test[] = [
  (profile, facts) =>
    endpointsOf(profile, facts).some((endpoint) => isSame(knownOf(endpoint).address, facts.address)),
  (profile, facts) =>
    endpointsOf(profile, facts).some((endpoint) => isSame(knownOf(endpoint).origin, facts.origin)),
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
export function identifyProfile(facts: FlowFacts): string {
  const read = facts.url === undefined ? facts : { ...facts, ...readUrl(facts.url) };
  for (const test of TESTS) {
    const profile = allProfiles().find((one) => test(one, read));
    if (profile) return profile.id;
  }
  return FALLBACK_PROFILE.id;
}

function endpointsOf({ id, environments }: Profile, { endpoints }: FlowFacts): readonly string[] {
  const typed = endpoints && Object.hasOwn(endpoints, id) ? (endpoints[id] ?? []) : [];
  return [...typed, ...environments.map((environment) => environment.authorizationEndpoint)];
}

/** What endpoints are compared by. */
interface ReadUrl {
  readonly address?: string;
  readonly origin?: string;
  readonly hostname?: string;
}

/** Endpoints that are remembered; a URL is parsed for each of them whenever a flow is identified. */
const MOST_KNOWN = 500;

const known = new Map<string, ReadUrl>();

function knownOf(endpoint: string): ReadUrl {
  const remembered = known.get(endpoint);
  if (remembered) return remembered;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = readUrl(endpoint);
  known.set(endpoint, read);
  return read;
}

function readUrl(url: string): ReadUrl {
  const address = parseUrl(splitUrl(url).base)?.href;
  const origin = originOf(url);
  const hostname = parseUrl(url)?.hostname;
  return {
    ...(address === undefined ? {} : { address }),
    ...(origin === '' ? {} : { origin }),
    ...(hostname ? { hostname } : {}),
  };
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one === other;

function hostMatches(host: string, name: string | undefined): boolean {
  if (!name) return false;
  return host.startsWith('.') ? name.endsWith(host) || name === host.slice(1) : name === host;
}
