import type { FlowSummary } from '../../flow/summary-types.ts';
import type { FlowArrangement, FlowColumn } from './flow-columns.ts';
import { statusLook } from './flow-labels.ts';
import { outcomeLabel } from './outcome-label.ts';

type SortKey = string | number | undefined;

/** What a column is sorted by; undefined stands last in either direction. */
const KEYS: Readonly<Record<FlowColumn, (summary: FlowSummary) => SortKey>> = {
  status: ({ status }) => statusLook(status).word.toLowerCase(),
  provider: ({ provider }) => provider.toLowerCase(),
  outcome: ({ outcome }) => outcomeLabel(outcome).toLowerCase(),
  client: ({ clientId }) => clientId?.toLowerCase(),
  findings: ({ errors, warnings }) => errors * 1_000_000 + warnings,
  start: ({ startedAt }) => startedAt,
  duration: ({ duration }) => duration,
};

/** Sorts lists of flows that are newest first; those that are alike in the column stay so. */
export type SortFlows = (
  flows: readonly FlowSummary[],
  by: Pick<FlowArrangement, 'sort' | 'descending'>,
) => readonly FlowSummary[];

/** Makes a sorter that works out what a flow is sorted by once. */
export function createFlowSorter(): SortFlows {
  let column: FlowColumn | undefined;
  let known = new WeakMap<FlowSummary, { readonly key: SortKey }>();
  return (flows, { sort, descending }) => {
    if (sort === 'start') return descending ? flows : flows.toReversed();
    if (sort !== column) {
      column = sort;
      known = new WeakMap();
    }
    const keyOf = KEYS[sort];
    const keyed = flows.map((summary) => {
      const entry = known.get(summary) ?? { key: keyOf(summary) };
      known.set(summary, entry);
      return { key: entry.key, summary };
    });
    const sign = descending ? -1 : 1;
    keyed.sort(({ key: one }, { key: other }) => {
      if (one === other) return 0;
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      return one < other ? -sign : sign;
    });
    return keyed.map(({ summary }) => summary);
  };
}
