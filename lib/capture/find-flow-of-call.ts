import { type CallKeys, flowOfCall } from '../flow/match-call.ts';
import type { FlowStore } from './flow-store.ts';

/**
 * The id of the flow that a call of a page belongs to, a flow that settled long ago included, of which only the row is in
 * memory; undefined when there is none.
 * @param now milliseconds since the epoch
 */
export function findFlowOfCall(
  store: Pick<FlowStore, 'live' | 'summaries'>,
  keys: CallKeys,
  now: number,
): string | undefined {
  const live = flowOfCall(store.live(), keys, now);
  if (live || keys.code === undefined) return live?.id;
  return store.summaries().find(({ code }) => code === keys.code)?.id;
}
