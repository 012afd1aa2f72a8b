import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import { splitUrl } from '../oauth/url.ts';
import { isRegenerated } from './compare-values.ts';
import { isSilent } from './flow-kind.ts';
import type { Flow, Round } from './types.ts';

/** Sign-ins in a row that are a loop. */
export const LOOP_ROUNDS = 5;

/** Milliseconds after a callback in which the same client begins again only by itself. */
const AGAIN_WITHIN = 10_000;

/**
 * The place of a new request in a series of sign-ins: the same client begins again within seconds of the callback before.
 * Undefined for a first one, and for what nobody sees, which is renewed again and again as it should be.
 */
export function nextRound(
  before: Flow,
  request: AuthorizeRequest,
  { at, frameId }: { readonly at: number; readonly frameId: number },
): Round | undefined {
  const { callback, round } = before;
  if (!callback || at - callback.at > AGAIN_WITHIN) return undefined;
  if (isSilent(before) || isSilent({ request, frameId })) return undefined;
  if (!before.request || outlineOf(before.request) !== outlineOf(request)) return undefined;
  return { count: (round?.count ?? 1) + 1, since: round?.since ?? before.startedAt };
}

/** True for the flow that makes a series a loop; those after it are part of the same loop and say nothing more. */
export function isLoop({ round }: Flow): boolean {
  return round?.count === LOOP_ROUNDS;
}

/** What stays the same when a client asks once more for the very same; another scope or prompt is another request. */
function outlineOf({ url, parameters }: AuthorizeRequest): string {
  const kept = parameters.filter(({ name }) => !isRegenerated(name)).map(({ name, value }) => [name, value]);
  return JSON.stringify([splitUrl(url).base, kept]);
}
