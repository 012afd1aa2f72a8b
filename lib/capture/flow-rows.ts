import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import { createFlowTally, type FlowTally } from './flow-tally.ts';

/**
 * The list of all flows: live ones, and archived ones of which only the row is known. The row of a live flow is made when
 * somebody asks for it, not with every hop.
 */
export interface FlowRows {
  readonly tally: Omit<FlowTally, 'put' | 'remove' | 'clear'>;
  row(id: string): FlowSummary | undefined;
  /** The row of an archived flow. */
  archivedRow(id: string): FlowSummary | undefined;
  all(): readonly FlowSummary[];
  archived(): readonly FlowSummary[];
  /** What can be told of every flow without making its row. */
  places(): Iterable<FlowPlace>;
  liveFlow(id: string): Flow | undefined;
  /** Adds a live flow, or puts it in the place of its former self. */
  putLive(flow: Flow): void;
  /** Adds archived flows, or puts them in the place of what was known of them. */
  putArchived(rows: Iterable<FlowSummary>): void;
  /** False when there was no such flow. */
  remove(id: string): boolean;
  clear(): void;
}

/** Where a flow took place. */
export type FlowPlace = Pick<FlowSummary, 'id' | 'tabId' | 'openerTabId' | 'marks'>;

/** @param summarise makes the row of a flow */
export function createFlowRows(summarise: (flow: Flow) => FlowSummary): FlowRows {
  const live = new Map<string, { readonly flow: Flow; row?: FlowSummary }>();
  const archived = new Map<string, FlowSummary>();
  const tally = createFlowTally();
  const row = (id: string): FlowSummary | undefined => {
    const known = live.get(id);
    if (!known) return archived.get(id);
    known.row ??= summarise(known.flow);
    return known.row;
  };
  return {
    tally,
    row,
    archivedRow: (id) => archived.get(id),
    all: () => [...archived.values(), ...[...live.keys()].flatMap((id) => row(id) ?? [])],
    archived: () => [...archived.values()],
    *places() {
      yield* archived.values();
      for (const { flow } of live.values()) yield flow;
    },
    liveFlow: (id) => live.get(id)?.flow,
    putLive(flow) {
      live.set(flow.id, { flow });
      archived.delete(flow.id);
      tally.put({ ...flow, callbackAt: flow.callback?.at });
    },
    putArchived(rows) {
      for (const one of rows) {
        live.delete(one.id);
        archived.set(one.id, one);
        tally.put(one);
      }
    },
    remove(id) {
      tally.remove(id);
      return live.delete(id) || archived.delete(id);
    },
    clear() {
      live.clear();
      archived.clear();
      tally.clear();
    },
  };
}
