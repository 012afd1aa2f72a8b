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

type Test = (profile: Profile, facts: FlowFacts) => boolean;

/** Strongest evidence first: each is tried on every profile before the next one is. */
const TESTS: readonly Test[] = [
  (profile, facts) => endpointsOf(profile, facts).some((endpoint) => sameAddress(endpoint, facts.url)),
  (profile, facts) => endpointsOf(profile, facts).some((endpoint) => sameOrigin(endpoint, facts.url)),
  (profile, { url }) => profile.recognise.hosts.some((host) => hostMatches(host, url)),
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
  for (const test of TESTS) {
    const profile = allProfiles().find((one) => test(one, facts));
    if (profile) return profile.id;
  }
  return FALLBACK_PROFILE.id;
}

function endpointsOf({ id, environments }: Profile, { endpoints }: FlowFacts): readonly string[] {
  const typed = endpoints && Object.hasOwn(endpoints, id) ? (endpoints[id] ?? []) : [];
  return [...typed, ...environments.map((environment) => environment.authorizationEndpoint)];
}

function sameAddress(endpoint: string, url: string | undefined): boolean {
  const address = parseUrl(splitUrl(endpoint).base);
  return address !== undefined && address.href === (url && parseUrl(splitUrl(url).base)?.href);
}

function sameOrigin(endpoint: string, url: string | undefined): boolean {
  const origin = originOf(endpoint);
  return origin !== '' && url !== undefined && originOf(url) === origin;
}

function hostMatches(host: string, url: string | undefined): boolean {
  const name = url === undefined ? undefined : parseUrl(url)?.hostname;
  if (!name) return false;
  return host.startsWith('.') ? name.endsWith(host) || name === host.slice(1) : name === host;
}
