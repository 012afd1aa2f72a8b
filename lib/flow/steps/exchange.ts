import type { Catalogue } from '../../providers/catalogue.ts';
import { continuedChain } from '../continued-chain.ts';
import type { ExchangeObserved, RequestObserved } from '../observation.ts';
import type { Tracker } from '../tracker.ts';
import { onRequest } from './request.ts';
import { onRequestFailed, onResponse } from './response.ts';

/**
 * A request together with its answer, as a file tells of them. A request to where the last answer of a flow led continues
 * it, with the fragment that files leave out.
 */
export function onExchange(tracker: Tracker, observation: ExchangeObserved, catalogue: Catalogue): Tracker {
  const { respondedAt, status, location, error, ...sent } = observation;
  const request: RequestObserved = { ...sent, ...continuedChain(tracker, observation), kind: 'request' };
  const asked = onRequest(tracker, request, catalogue);
  const { id, witness, tabId, frameId } = observation;
  const { requestId, url } = request;
  const base = { id, witness, tabId, frameId, requestId, url, at: respondedAt ?? observation.at };
  if (status !== undefined) {
    const where = location === undefined ? {} : { location };
    return onResponse(asked, { ...base, ...where, kind: 'response', status }, catalogue);
  }
  return error === undefined ? asked : onRequestFailed(asked, { ...base, kind: 'request-failed', error });
}
