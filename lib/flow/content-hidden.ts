import type { Flow } from './types.ts';

/** Response modes whose parameters a URL shows to everybody who sees it. */
const IN_URL: ReadonlySet<string> = new Set(['query', 'fragment', 'query.jwt', 'fragment.jwt']);

/**
 * True when a callback shows no parameter and may yet have some: the body of a form_post is visible only with access to
 * the callback's host.
 */
export function isContentHidden({ callback, marks, request }: Flow): boolean {
  if (callback?.response.channel !== 'none' || !marks.includes('seen-without-hops')) return false;
  const mode = request?.values.response_mode?.value;
  return mode === undefined || !IN_URL.has(mode);
}
