import { type AuthorizationResponse, readAuthorizationResponse } from '../oauth/authorization-response.ts';
import { isFile } from '../oauth/authorize-request.ts';
import { isAtRedirectUri } from '../oauth/redirect-uri.ts';
import { isResponseByItself } from '../oauth/response-by-itself.ts';
import { originOf } from '../oauth/url.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { RequestBody } from './observation.ts';
import type { Flow, NestedAuthorization, Recognition } from './types.ts';

/** Something that may be a callback: a request about to go, a `Location`, a committed or failed navigation. */
export interface RecognisedArrival {
  readonly url: string;
  readonly method: string;
  readonly body?: RequestBody;
}

/** An arrival with its parameters read, once. */
export interface ReadArrival extends RecognisedArrival {
  readonly response: AuthorizationResponse;
}

/** Reads the parameters of an arrival under every spelling that the catalogue knows. */
export function readArrival(
  arrival: RecognisedArrival,
  { aliases }: Pick<Catalogue, 'aliases'>,
): ReadArrival {
  return { ...arrival, response: readAuthorizationResponse(arrival, aliases) };
}

/** True for an arrival that is a callback although no request is known that it answers. */
export function isCallbackAlone({ url, response }: ReadArrival): boolean {
  return isResponseByItself(response) && !isFile(url);
}

const STRENGTH: Record<Recognition, number> = {
  'redirect-uri-and-state': 4,
  'redirect-uri': 3,
  state: 2,
  parameters: 1,
};

/** The redirect URI that a flow waits for, from its request, its request object or its launch. */
export function awaitedRedirectUri(flow: Flow): string | undefined {
  return (
    flow.request?.values.redirect_uri?.value ?? flow.launch?.redirectUri ?? flow.logout?.returnUri?.value
  );
}

/** The state that a flow waits for. */
export function awaitedState(flow: Flow): string | undefined {
  return flow.request?.values.state?.value ?? flow.launch?.state;
}

/** How an arrival is known to be a flow's callback, or undefined when it is not. */
export function recognise(flow: Flow, arrival: ReadArrival): Recognition | undefined {
  if (
    flow.nested.some(
      ({ redirectUri }) => redirectUri !== undefined && isAtRedirectUri(arrival.url, redirectUri),
    )
  ) {
    return undefined;
  }
  const redirectUri = awaitedRedirectUri(flow);
  const answers = arrival.response.channel !== 'none';
  const state = awaitedState(flow);
  const stateMatches = state !== undefined && state !== '' && arrival.response.values.state?.value === state;
  if (redirectUri !== undefined && isAtRedirectUri(arrival.url, redirectUri)) {
    return stateMatches ? 'redirect-uri-and-state' : 'redirect-uri';
  }
  if (!answers) return undefined;
  const visited = hasVisited(flow, arrival.url);
  if (stateMatches && (!visited || redirectUri === undefined)) return 'state';
  if (redirectUri !== undefined || state !== undefined || visited) return undefined;
  if (isPushed(flow)) return pendingNested(flow) || !isFilled(arrival) ? undefined : 'parameters';
  return isCallbackAlone(arrival) ? 'parameters' : undefined;
}

/** True when the request refers to one that was pushed (RFC 9126 section 4): what that says is not visible. */
export function isPushed({ request }: Flow): boolean {
  return request?.values.request_uri !== undefined;
}

/** The innermost nested authorization whose redirect URI is not visible and that nothing answered yet. */
export function pendingNested({ nested }: Flow): NestedAuthorization | undefined {
  return nested.findLast(({ redirectUri, answered }) => redirectUri === undefined && !answered);
}

function isFilled({ response: { values, jarm } }: ReadArrival): boolean {
  return Boolean(jarm || values.code?.value || values.error?.value || values.id_token?.value);
}

/** True when a hop of the flow was on the origin of this URL, so that the URL belongs to the provider's side. */
export function hasVisited(flow: Flow, url: string): boolean {
  const origin = originOf(url);
  return flow.hops.some((hop) => hop.role !== 'callback' && originOf(hop.url) === origin);
}

/**
 * The flow whose callback this is: the strongest recognition wins, then the newest flow. A flow of another frame or tab
 * is taken only when its state matches.
 */
export function flowAnsweredBy(
  flows: readonly Flow[],
  arrival: ReadArrival,
  isHere: (flow: Flow) => boolean,
): { flow: Flow; recognition: Recognition } | undefined {
  let best: { flow: Flow; recognition: Recognition } | undefined;
  for (const flow of flows) {
    if (flow.callback || flow.logout) continue;
    if (!isHere(flow) && awaitedState(flow) !== arrival.response.values.state?.value) continue;
    const recognition = recognise(flow, arrival);
    if (!recognition) continue;
    const certain = recognition === 'redirect-uri-and-state' || recognition === 'state';
    if (!certain && (flow.abandoned || flow.end || !isHere(flow))) continue;
    if (!best || STRENGTH[recognition] >= STRENGTH[best.recognition]) best = { flow, recognition };
  }
  return best;
}
