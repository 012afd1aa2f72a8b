import type { RequestObserved } from './observation.ts';
import { type Flow, type Hop, type HopRole, MAX_HOPS } from './types.ts';

/** Adds a hop, or counts it when the flow has as many as it keeps. */
export function addHop(flow: Flow, observation: RequestObserved, role: HopRole): Flow {
  if (flow.hops.length >= MAX_HOPS && role !== 'callback')
    return { ...flow, droppedHops: flow.droppedHops + 1 };
  const last = flow.hops.at(-1);
  const hop: Hop = {
    requestId: observation.requestId,
    method: observation.method,
    url: observation.url,
    role,
    cause: last === undefined ? 'start' : last.requestId === observation.requestId ? 'redirect' : 'page',
    at: observation.at,
    ...(observation.body ? { body: observation.body } : {}),
  };
  const { initiator } = observation;
  const caused = last === undefined && flow.initiator === undefined && initiator !== undefined;
  return { ...flow, ...(caused ? { initiator } : {}), hops: [...flow.hops, hop] };
}

/** Changes the newest hop that satisfies a condition; the flow is the same object when there is none. */
export function changeHop(flow: Flow, accept: (hop: Hop) => boolean, change: (hop: Hop) => Hop): Flow {
  const index = flow.hops.findLastIndex(accept);
  const hop = flow.hops[index];
  return hop === undefined ? flow : { ...flow, hops: flow.hops.with(index, change(hop)) };
}

/** How long, in milliseconds, a browser may take to report one failed navigation twice. */
const REPEAT_WITHIN = 2_000;

/**
 * True when this request was reported before: the same request again without an answer between, or a callback that
 * nobody answered, which some browsers report twice under two request ids.
 */
export function isRepeat(flow: Flow, { requestId, url, method, at }: RequestObserved): boolean {
  const last = flow.hops.at(-1);
  if (!last || last.url !== url || last.method !== method || last.status !== undefined) return false;
  if (last.requestId === requestId) return true;
  return last.role === 'callback' && at - last.at <= REPEAT_WITHIN;
}
