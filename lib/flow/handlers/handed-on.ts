import { originOf } from '../../oauth/url.ts';
import { flowsWith } from '../flow-index.ts';
import { answerKeys } from '../flow-keys.ts';
import type { Observation } from '../observation.ts';
import type { ReadArrival } from '../recognise.ts';
import { indexOf, type Tracker } from '../tracker.ts';
import type { Callback, Flow } from '../types.ts';

/** Milliseconds after a callback in which its application hands it on to another address of its own. */
export const HANDED_ON_WITHIN = 60_000;

/**
 * The flow whose callback this is once more: the application's own script posts a fragment on, or loads another page of
 * the same origin with the same code or token. It is no second answer and no replay.
 */
export function handedOn(
  tracker: Tracker,
  { tabId, at }: Pick<Observation, 'tabId' | 'at'>,
  arrival: ReadArrival,
): Flow | undefined {
  if (arrival.response.channel === 'none') return undefined;
  return flowsWith(indexOf(tracker), answerKeys(arrival.response)).findLast(
    (flow) =>
      flow.tabId === tabId &&
      flow.callback !== undefined &&
      at - flow.callback.at <= HANDED_ON_WITHIN &&
      repeats(flow.callback, arrival),
  );
}

function repeats(callback: Callback, { url, response }: ReadArrival): boolean {
  const one = callback.response.values;
  const other = response.values;
  const same = (['code', 'id_token', 'access_token'] as const).some(
    (name) => one[name]?.value && one[name]?.value === other[name]?.value,
  );
  const error =
    one.error &&
    one.state &&
    one.error.value === other.error?.value &&
    one.state.value === other.state?.value;
  return (same || Boolean(error)) && originOf(url) === originOf(callback.url);
}
