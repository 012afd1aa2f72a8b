import { isLoopback } from '../oauth/is-loopback.ts';
import { parseParameters } from '../oauth/parameters.ts';
import { originOf, parseUrl, splitUrl } from '../oauth/url.ts';
import type { Flow } from './types.ts';

/** Milliseconds after a callback in which pages of its application still say what became of it. */
export const FOLLOWED_FOR = 10_000;

/** Pages after a callback that a flow keeps. */
const MAX_FOLLOWED = 10;

/** True for a page of the application soon after the callback of a flow, in its frame. */
export function follows(
  { callback, hops }: Flow,
  { url, at }: { readonly url: string; readonly at: number },
): boolean {
  if (!callback || callback.response.customScheme || at - callback.at > FOLLOWED_FOR) return false;
  if (hops.filter(({ role }) => role === 'after callback').length >= MAX_FOLLOWED) return false;
  return isSameSite(url, callback.url);
}

/** How an application went on with an error: the status of a page, or the error that its address names. */
export type ApplicationError = { readonly status: number } | { readonly error: string };

/** The first error that the application itself showed after a callback; undefined when there is none. */
export function applicationError({ hops }: Flow): ApplicationError | undefined {
  for (const { role, url, status } of hops) {
    if (role !== 'after callback') continue;
    if (status !== undefined && status >= 400) return { status };
    const error = errorIn(url);
    if (error !== undefined) return { error };
  }
  return undefined;
}

function errorIn(url: string): string | undefined {
  const parameters = parseParameters(splitUrl(url).query ?? '');
  return parameters.find(
    ({ name, value }) => /^(?:error|auth_?error|login_?error)$/i.test(name) && value !== '',
  )?.value;
}

/** Names whose values may be a person's secrets. */
const SECRET = /pass|pwd|secret|token|otp|(?:^|_)pin|session|sid$|key|ticket|mail|phone|user/i;

/** A URL of a page after a callback, without fragment and with the values left out that may be secrets. */
export function withoutCredentials(url: string): string {
  const { base, query } = splitUrl(url);
  if (query === undefined) return base;
  const segments = query.split('&').map((segment) => {
    const [name = ''] = segment.split('=', 1);
    return SECRET.test(name) && segment.includes('=') ? `${name}=` : segment;
  });
  return `${base}?${segments.join('&')}`;
}

/** The same host, or one below the other, so that `login.app.example` belongs to `app.example`; on a loopback port by port. */
function isSameSite(one: string, other: string): boolean {
  const [first, second] = [parseUrl(one)?.hostname, parseUrl(other)?.hostname];
  if (!first || !second || isLoopback(first)) return originOf(one) === originOf(other);
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
}
