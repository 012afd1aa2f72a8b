import { parseUrl } from '../oauth/url.ts';
import type { Environment, Profile } from './types.ts';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** The match pattern of an http(s) URL's host, without its port, which match patterns have not; undefined for others. */
export function patternOf(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return undefined;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}

/** Hosts that a launch in this environment passes through and that must be granted: all but loopback, which always is. */
export function environmentPatterns(environment: Environment, endpoint: string): readonly string[] {
  const own = patternOf(endpoint);
  return [...new Set([...(own ? [own] : []), ...environment.hosts])].filter(
    (pattern) => !isLoopbackPattern(pattern),
  );
}

/** Hosts of every environment of a profile. */
export function profilePatterns(
  profile: Profile,
  endpoints: Readonly<Record<string, string>> = {},
): readonly string[] {
  const patterns = profile.environments.flatMap((environment) =>
    environmentPatterns(environment, endpoints[environment.id] ?? environment.authorizationEndpoint),
  );
  return [...new Set(patterns)];
}

/** Those of the patterns that no granted one covers. */
export function missingPatterns(wanted: readonly string[], granted: readonly string[]): readonly string[] {
  return wanted.filter((pattern) => !granted.some((one) => covers(one, pattern)));
}

/** The host that a match pattern is about, for people: `*.example.com` for a host and all below it. */
export function hostOfPattern(pattern: string): string {
  return /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern;
}

/** True for the patterns that Grantscope always has. */
export function isLoopbackPattern(pattern: string): boolean {
  return LOOPBACK.includes(hostOfPattern(pattern).replace(/:(\d+|\*)$/, ''));
}

function covers(granted: string, wanted: string): boolean {
  if (granted === '<all_urls>') return true;
  const grant = split(granted);
  const want = split(wanted);
  if (!grant || !want || (grant.scheme !== '*' && grant.scheme !== want.scheme)) return false;
  if (grant.host === '*') return true;
  if (!grant.host.startsWith('*.')) return grant.host === want.host;
  const domain = grant.host.slice(2);
  const host = want.host.replace(/^\*\./, '');
  return host === domain || host.endsWith(`.${domain}`);
}

function split(pattern: string): { scheme: string; host: string } | undefined {
  const [, scheme, host] = /^([^:]+):\/\/([^/]+)\//.exec(pattern) ?? [];
  return scheme !== undefined && host !== undefined ? { scheme, host } : undefined;
}
