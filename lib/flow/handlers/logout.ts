import { parseAuthorizeRequest } from '../../oauth/authorize-request.ts';
import { readLogoutRequest } from '../../oauth/logout-request.ts';
import { firstValue, parseParameters } from '../../oauth/parameters.ts';
import { isAtRedirectUri } from '../../oauth/redirect-uri.ts';
import { splitUrl } from '../../oauth/url.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { abandon } from '../abandon.ts';
import { newestWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import { addHop } from '../hops.ts';
import { identifyFlow } from '../identify-flow.ts';
import type { NavigationCommitted, RequestObserved } from '../observation.ts';
import { startFlow } from '../start.ts';
import { isOutstanding } from '../status.ts';
import { indexOf, putFlow, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';

/** A request to a logout endpoint begins a flow of its own; what was open in its frame is over. */
export function beginLogout(
  tracker: Tracker,
  observation: RequestObserved,
  here: Flow | undefined,
  catalogue: Catalogue,
): Tracker | undefined {
  const logout = readLogoutRequest(observation);
  if (!logout) return undefined;
  const open = here && isOutstanding(here) ? here : undefined;
  // The provider passes its own logout on.
  if (open?.logout) return putFlow(tracker, addHop(open, observation, 'provider'), observation);
  const cleared = open
    ? putFlow(tracker, abandon(open, 'started again', observation.at), observation)
    : tracker;
  const request = parseAuthorizeRequest(observation, catalogue.aliases);
  const profileId = identifyFlow({ request }, catalogue);
  const started = startFlow(cleared, observation, { logout, profileId }, catalogue);
  const flow = started.flows.at(-1);
  return flow && putFlow(started, addHop(flow, observation, 'logout request'), observation);
}

/** The page that the open logout of a frame leads back to. */
export function logoutReturn(
  tracker: Tracker,
  observation: RequestObserved | NavigationCommitted,
): Tracker | undefined {
  const { url, at, tabId, frameId } = observation;
  const flow = newestWith(indexOf(tracker), FLOW_KEY.open(tabId, frameId));
  const back = flow?.logout?.returnUri?.value;
  if (!flow || back === undefined || !isAtRedirectUri(url, back)) return undefined;
  const state = firstValue(parseParameters(splitUrl(url).query ?? ''), 'state');
  const ended: Flow = { ...flow, returned: { url, at, ...(state === undefined ? {} : { state }) } };
  return putFlow(
    tracker,
    observation.kind === 'request' ? addHop(ended, observation, 'logout return') : ended,
    observation,
  );
}
