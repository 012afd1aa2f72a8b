import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import { originOf } from '../oauth/url.ts';
import type { RequestObserved } from './observation.ts';
import { awaitedState, hasVisited } from './recognise.ts';
import type { Flow } from './types.ts';

/** What an authorize request is to the open flow in whose frame it appears. */
export type Relation = 'start' | 'same' | 'broker leg' | 'again';

/**
 * Tells a provider that hands its own request on (`same`) or asks an identity broker (`broker leg`) from a client that
 * starts over (`again`). A broker's redirect URI leads back to the provider, or the provider's page or redirect caused
 * the request; a client that starts over repeats its own redirect URI or comes from elsewhere.
 */
export function relate(flow: Flow, request: AuthorizeRequest, observation: RequestObserved): Relation {
  if (flow.request?.url === request.url && flow.hops.length === 0) return 'start';
  const inChain = flow.hops.at(-1)?.requestId === observation.requestId;
  const state = awaitedState(flow);
  const redirectUri = request.values.redirect_uri?.value;
  const sameClient =
    request.values.client_id?.value === flow.request?.values.client_id?.value &&
    redirectUri === flow.request?.values.redirect_uri?.value;
  if (inChain) return sameClient || request.values.state?.value === state ? 'same' : 'broker leg';
  if (state && request.values.state?.value === state && request.url !== flow.request?.url) return 'same';
  if (sameClient) return 'again';
  const fromProvider = observation.initiator !== undefined && visitedOrigin(flow, observation.initiator);
  const backToProvider = redirectUri !== undefined && hasVisited(flow, redirectUri);
  return fromProvider || backToProvider ? 'broker leg' : 'again';
}

function visitedOrigin(flow: Flow, origin: string): boolean {
  return flow.hops.some((hop) => originOf(hop.url) === originOf(origin));
}
