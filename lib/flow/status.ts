import type { ReleasedHold } from './hold-types.ts';
import type { Flow, Hop, WebhookDelivery } from './types.ts';

/** Errors by which a browser says that a navigation was replaced by another, which is no failure. */
const REPLACED = /ABORT|BLOCKED_BY_CLIENT|CANCELED/i;

/** True when a hop ended without an answer, other than by giving way to another navigation. */
export function isFailedHop(hop: Hop): boolean {
  return hop.error !== undefined && !REPLACED.test(hop.error);
}

/** True when a rule of an extension stopped a hop; Grantscope then sends it again itself. */
export function isBlockedHop({ error }: Hop): boolean {
  return error !== undefined && /BLOCKED_BY_CLIENT/.test(error);
}

/** The last webhook of a flow that grants or refuses. */
export function lastWebhookAnswer(flow: Flow): WebhookDelivery | undefined {
  return flow.webhooks?.findLast(
    ({ response: { values } }) => values.code ?? values.error ?? values.id_token,
  );
}

/** True while a stopped callback waits to be released or dropped. */
export function isHeld({ hold }: Flow): boolean {
  return hold?.kind === 'held';
}

/** How a callback that had been held went on to the application. */
export function releaseOf({ hold }: Pick<Flow, 'hold'>): ReleasedHold | undefined {
  return hold?.kind === 'released' ? hold : undefined;
}

/** True while a flow still waits for its callback. */
export function isOutstanding(flow: Flow): boolean {
  return flow.kind !== 'calls' && !flow.callback && !flow.abandoned && !flow.end && !flow.returned;
}

/** True when nothing more is expected of a flow. */
export function isSettled(flow: Flow): boolean {
  if (isHeld(flow)) return false;
  if (flow.kind === 'calls') return true;
  return Boolean(flow.callback ?? flow.abandoned ?? flow.end ?? flow.returned);
}
