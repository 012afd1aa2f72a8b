import { fingerprint } from '../oauth/fingerprint.ts';
import { splitUrl } from '../oauth/url.ts';
import type { FlowCall } from './types.ts';

/** Milliseconds by which the event sources may differ about the start of a request. */
const APART = 2_000;

/**
 * The id of a call of a page: its time, and a name for what was sent, which is the same whichever event source saw it. The
 * sources differ in the order of fields, and one of them leaves fragments out.
 * @param at milliseconds since the epoch
 */
export function pageCallId(
  at: number,
  method: string,
  url: string,
  fields: readonly { readonly name: string; readonly value: string }[],
): string {
  const { base, query = '' } = splitUrl(url);
  const sent = fields.map(({ name, value }) => `${name}=${value}`).sort();
  return `page-${at}-${fingerprint([method, base, query, ...sent].join('\n'))}`;
}

/**
 * The call among these that is the same request, seen by the other event source: the nearest in time of those that nobody
 * but that source saw. A page that sends the same request twice made two calls, since one source reports both.
 */
export function sameCall(calls: readonly FlowCall[], call: FlowCall): FlowCall | undefined {
  const { seenBy } = call;
  if (seenBy === undefined || seenBy === 'both') return undefined;
  const other = seenBy === 'webRequest' ? 'devtools.network' : 'webRequest';
  const distance = (one: FlowCall): number => Math.abs(one.at - call.at);
  const [nearest] = calls
    .filter((one) => one.seenBy === other && nameOf(one) === nameOf(call) && agrees(one, call))
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest && distance(nearest) <= APART ? nearest : undefined;
}

/** One call of two records of it: what DevTools saw counts, since they see more. */
export function mergeCalls(one: FlowCall, other: FlowCall): FlowCall {
  const [more, less] = one.seenBy === 'devtools.network' ? [one, other] : [other, one];
  return { ...less, ...more, seenBy: 'both' };
}

function nameOf({ id }: FlowCall): string {
  return id.replace(/^page-[\d.]+-/, '');
}

function agrees(one: FlowCall, other: FlowCall): boolean {
  return one.status === undefined || other.status === undefined || one.status === other.status;
}
