import type { Catalogue } from '../../providers/catalogue.ts';
import { continuedChain } from '../continued-chain.ts';
import type { ExchangeObserved, RequestObserved } from '../observation.ts';
import { recordedBody } from '../recorded-body.ts';
import type { Tracker } from '../tracker.ts';
import { onRequest } from './request.ts';
import { onRequestFailed, onResponse } from './response.ts';

/**
 * A request together with its answer, as a file tells of them. A request to where the last answer of a flow led continues
 * it, with the fragment that files leave out.
 */
export function onExchange(tracker: Tracker, observation: ExchangeObserved, catalogue: Catalogue): Tracker {
  const { respondedAt, status, location, error, ...sent } = observation;
  const whole: RequestObserved = { ...sent, ...continuedChain(tracker, observation), kind: 'request' };
  const body = whole.body && recordedBody(tracker, whole, whole.body, catalogue);
  const request: RequestObserved = { ...whole, ...(body ? { body } : {}) };
  const asked = onRequest(tracker, request, catalogue);
  const { id, eventSource, tabId, frameId } = observation;
  const { requestId, url } = request;
  const base = { id, eventSource, tabId, frameId, requestId, url, at: respondedAt ?? observation.at };
  if (status !== undefined) {
    const where = location === undefined ? {} : { location };
    return onResponse(asked, { ...base, ...where, kind: 'response', status }, catalogue);
  }
  return error === undefined ? asked : onRequestFailed(asked, { ...base, kind: 'request-failed', error });
}
