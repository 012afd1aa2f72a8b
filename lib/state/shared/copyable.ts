import { type FlowSummary, MAX_SUMMARY_VALUE } from '../../flow/summary-types.ts';
import type { Background } from '../../messaging/protocol.ts';

/** Which values of a summary can be copied. */
export type SummaryValue = 'code' | 'state' | 'flowid' | 'error';

/** What copying a row copies: its code, else its error. */
export async function copyableOf(
  summary: FlowSummary,
  background: Background,
): Promise<{ readonly what: SummaryValue; readonly value: string } | undefined> {
  const what = summary.code !== undefined ? 'code' : summary.error !== undefined ? 'error' : undefined;
  return what && { what, value: await wholeValue(summary, what, background) };
}

/** A value of a summary, verbatim; fetched from the flow when it is longer than a summary holds. */
export async function wholeValue(
  summary: FlowSummary,
  what: SummaryValue,
  background: Background,
): Promise<string> {
  const held = summary[what] ?? '';
  if (held.length <= MAX_SUMMARY_VALUE) return held;
  const outcome = await background.call('flow', summary.id);
  const flow = outcome.ok ? outcome.value : undefined;
  const values = flow?.callback?.response.values ?? {};
  return values[what]?.value ?? flow?.request?.values.state?.value ?? held;
}
