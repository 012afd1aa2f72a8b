import type { Flow, FlowStatus, Hop } from './types.ts';

/** Errors by which a browser says that a navigation was replaced by another, which is no failure. */
const REPLACED = /ABORTED|BLOCKED_BY_CLIENT|CANCELED/i;

/** True when a hop ended without an answer, other than by giving way to another navigation. */
export function isFailedHop(hop: Hop): boolean {
  return hop.error !== undefined && !REPLACED.test(hop.error);
}

/** The status that follows from what a flow holds. */
export function flowStatus(flow: Flow): FlowStatus {
  if (flow.callback) {
    const { values } = flow.callback.response;
    const granted = values.code ?? values.id_token ?? values.access_token;
    return granted && !values.error ? 'completed' : isSealed(flow) ? 'completed' : 'failed';
  }
  if (flow.abandoned) return 'abandoned';
  const last = flow.hops.at(-1);
  if (last && (isFailedHop(last) || (last.status !== undefined && last.status >= 400))) return 'failed';
  return 'open';
}

/** A JARM response that is encrypted says nothing of its content. */
function isSealed(flow: Flow): boolean {
  return flow.callback?.response.jarm?.kind === 'jwe';
}

/** True when nothing more is expected of a flow. */
export function isSettled(flow: Flow): boolean {
  return flow.callback !== undefined || flow.abandoned !== undefined;
}
