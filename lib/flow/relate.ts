import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import { originOf, splitUrl } from '../oauth/url.ts';
import type { RequestObserved } from './observation.ts';
import { awaitedState, hasVisited } from './recognise.ts';
import type { Flow } from './types.ts';

/** What an authorize request is to the open flow in whose frame it appears. */
export type Relation = 'start' | 'same' | 'reloaded' | 'nested' | 'again';

/**
 * Tells a provider that hands its own request on (`same`) or asks an identity broker (`broker nested authorization`) from a client that
 * starts over (`again`). A broker's redirect URI leads back to the provider, or the provider's page or redirect caused
 * the request; a client that starts over sends another state or comes from elsewhere. The very same request once more is
 * `reloaded`, whoever caused it.
 */
export function relate(flow: Flow, request: AuthorizeRequest, observation: RequestObserved): Relation {
  if (flow.request?.url === request.url) {
    if (flow.hops.length === 0) return 'start';
    if (flow.request.method === request.method) return 'reloaded';
  }
  const inChain = flow.hops.at(-1)?.requestId === observation.requestId;
  const state = awaitedState(flow);
  const sent = request.values.state?.value;
  const redirectUri = request.values.redirect_uri?.value;
  const sameClient =
    request.values.client_id?.value === flow.request?.values.client_id?.value &&
    redirectUri === flow.request?.values.redirect_uri?.value;
  if (inChain) return sameClient || (sent !== undefined && sent === state) ? 'same' : 'nested';
  if (state && sent === state) return 'same';
  const fromProvider = observation.initiator !== undefined && visitedOrigin(flow, observation.initiator);
  if (sameClient) return sent === undefined && isOwnPage(flow, request, fromProvider) ? 'same' : 'again';
  const backToProvider = redirectUri !== undefined && hasVisited(flow, redirectUri);
  return fromProvider || backToProvider ? 'nested' : 'again';
}

/** A consent page whose address repeats the request without its state: the provider's page led to another page of its own. */
function isOwnPage(flow: Flow, request: AuthorizeRequest, fromProvider: boolean): boolean {
  if (!hasVisited(flow, request.url)) return false;
  return fromProvider || splitUrl(request.url).base !== splitUrl(flow.request?.url ?? '').base;
}

function visitedOrigin(flow: Flow, origin: string): boolean {
  return flow.hops.some((hop) => originOf(hop.url) === originOf(origin));
}
