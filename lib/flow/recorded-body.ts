import { namesOfBody } from '../oauth/body-names.ts';
import {
  isStrayResponse,
  recordedAwaitedBody,
  recordedRepeatedBody,
  recordedRequestBody,
  recordedStrayBody,
} from '../oauth/recorded-body.ts';
import { isAtRedirectUri } from '../oauth/redirect-uri.ts';
import { originOf } from '../oauth/url.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { handedOn } from './handlers/handed-on.ts';
import { answerable, isHereOf, isSameUrl } from './handlers/places.ts';
import type { RequestBody, RequestObserved } from './observation.ts';
import { flowAnsweredBy, hasVisited, readArrival, recognise } from './recognise.ts';
import { isOutstanding, releaseOf } from './status.ts';
import { flowOfFrame, type Tracker } from './tracker.ts';
import type { Flow, Recognition } from './types.ts';

/**
 * What of a body is recorded: values of an authorize request and of a callback; of any other the names of its fields.
 * What the body is follows from the body itself and from who awaits it, never from the URL alone: a sign-in form is often
 * posted to the URL of the authorize request.
 */
export function recordedBody(
  tracker: Tracker,
  observation: RequestObserved,
  body: RequestBody,
  catalogue: Catalogue,
): RequestBody {
  const { aliases } = catalogue;
  if (body.kind === 'names') return body;
  const { tabId, frameId, requestId, url, initiator } = observation;
  const here = flowOfFrame(tracker, tabId, frameId);
  const before = here?.hops.findLast((hop) => hop.requestId === requestId);
  // A redirect with status 307 or 308 makes the browser send a form on, wherever it leads.
  if (before?.body?.kind === 'names') return namesOfBody(body);
  const ownPage = initiator !== undefined && originOf(initiator) === originOf(url);
  return (
    recordedRequestBody(
      body,
      ownPage || (here !== undefined && isOutstanding(here) && hasVisited(here, url)),
      aliases,
    ) ??
    callbackBody(tracker, observation, body, ownPage, here, catalogue) ??
    namesOfBody(body)
  );
}

function callbackBody(
  tracker: Tracker,
  observation: RequestObserved,
  body: RequestBody,
  ownPage: boolean,
  here: Flow | undefined,
  catalogue: Catalogue,
): RequestBody | undefined {
  const { aliases } = catalogue;
  // Its application repeats what is recorded already.
  if (handedOn(tracker, observation, readArrival(observation, catalogue)))
    return recordedRepeatedBody(body, aliases);
  const by = awaited(tracker, { ...observation, body }, catalogue);
  if (by === 'redirect-uri-and-state') return recordedAwaitedBody(body, aliases);
  // A page that posts to its own server is a form of that server, whatever its fields are called.
  if (ownPage) return undefined;
  if (by === 'redirect-uri') return recordedAwaitedBody(body, aliases);
  if (here && isOutstanding(here)) {
    const ofBroker = here.nested.some(
      ({ redirectUri }) => redirectUri !== undefined && isAtRedirectUri(observation.url, redirectUri),
    );
    if (ofBroker) return recordedStrayBody(body, aliases);
    if (hasVisited(here, observation.url)) return undefined;
  }
  return by === 'state' || isStrayResponse(body, aliases) ? recordedStrayBody(body, aliases) : undefined;
}

/** How the flow that awaits this callback, or has seen it already, knows it. */
function awaited(
  tracker: Tracker,
  observation: RequestObserved,
  catalogue: Catalogue,
): Recognition | undefined {
  const arrival = readArrival(observation, catalogue);
  const answered = flowAnsweredBy(answerable(tracker, observation, arrival), arrival, isHereOf(observation));
  if (answered) return answered.recognition;
  const known = tracker.flows.findLast(
    (flow) =>
      flow.tabId === observation.tabId &&
      (flow.callback?.url === observation.url || isSameUrl(releaseOf(flow)?.released.url, observation.url)),
  );
  return known && (recognise(known, arrival) ?? 'parameters');
}
