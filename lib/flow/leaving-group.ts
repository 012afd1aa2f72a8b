import { isRequestSeen } from './leaving-order.ts';
import { isSettled } from './status.ts';
import type { Flow } from './types.ts';

/** Kinds of flows, those that leave first before the others: settled, waiting, pinned; of each those known by a callback alone first. */
export const LEAVING_CLASSES = [
  'settled, alone',
  'settled',
  'waiting, alone',
  'waiting',
  'pinned, alone',
  'pinned',
] as const;

export type LeavingClass = (typeof LEAVING_CLASSES)[number];

/** The kind of a flow among those that may have to leave. */
export function leavingClass(flow: Flow): LeavingClass {
  const kind = flow.pinned ? 'pinned' : isSettled(flow) ? 'settled' : 'waiting';
  return isRequestSeen(flow) ? kind : `${kind}, alone`;
}
