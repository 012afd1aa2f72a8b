import { classify } from '../flow/classify.ts';
import type { Observation } from '../flow/observation.ts';
import { EMPTY_FLOWS, type FlowsState, reduceAll, reduceFlows, removeFlows } from '../flow/reduce.ts';
import { isSettled } from '../flow/status.ts';
import { summarise } from '../flow/summary.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import { type Flow, MAX_LIVE_FLOWS } from '../flow/types.ts';
import { profileById } from '../providers/registry.ts';
import { runRules } from '../rules/run.ts';
import type { Archive } from '../storage/archive.ts';
import type { Journal } from '../storage/journal.ts';

/** Flows kept in the journal before settled ones move to the archive. */
export const ARCHIVE_ABOVE = 600;

/** UTF-16 units written to the journal before settled flows move to the archive; the area holds 10 MB. */
export const ARCHIVE_ABOVE_UNITS = 3_000_000;

/** Milliseconds a settled flow stays in the journal at least, since late events may still belong to it. */
export const SETTLE_MILLISECONDS = 5_000;

/** Which flows changed. */
export interface FlowChange {
  readonly changed: readonly FlowSummary[];
  readonly removed: readonly string[];
}

export interface FlowStoreParts {
  readonly journal: Journal;
  readonly archive: Archive;
  readonly now: () => number;
  readonly onChange: (change: FlowChange) => void;
  readonly onDropped: (reason: string) => void;
}

/** All flows of this browser session: live ones folded from the journal, older settled ones in the archive. */
export interface FlowStore {
  /** Writes an observation to the journal and applies it. The write is issued before this returns. */
  record(observation: Observation): void;
  /** Issues the write only; used while it is not yet known whether the observation counts. */
  keepForLater(observation: Observation): void;
  /** Applies an observation that was kept for later, or forgets it. */
  settle(observation: Observation, counts: boolean): void;
  isWorthKeeping(observation: Observation): boolean;
  load(): Promise<void>;
  summaries(): readonly FlowSummary[];
  live(): readonly Flow[];
  flow(id: string): Promise<Flow | undefined>;
  /** Takes flows out of sight. Gives what a tombstone needs. */
  hide(ids: ReadonlySet<string>): { readonly observationIds: readonly string[] };
  /** Removes hidden flows for good. */
  purge(flowIds: readonly string[], observationIds: readonly string[]): Promise<void>;
}

export function createFlowStore({ journal, archive, now, onChange, onDropped }: FlowStoreParts): FlowStore {
  let state: FlowsState = EMPTY_FLOWS;
  let summaries = new Map<string, FlowSummary>();
  let units = 0;
  let archiving: Promise<void> | undefined;

  const judge = (flow: Flow): FlowSummary => {
    return summarise(flow, runRules(flow, { now: now(), profile: profileById(flow.profileId) }));
  };

  const become = (next: FlowsState): void => {
    const before = new Map(state.tracker.flows.map((flow) => [flow.id, flow]));
    const evicted = next.tracker.evicted > state.tracker.evicted;
    state = next;
    const changed: FlowSummary[] = [];
    for (const flow of next.tracker.flows) {
      if (before.get(flow.id) !== flow) {
        const summary = judge(flow);
        summaries.set(flow.id, summary);
        changed.push(summary);
      }
      before.delete(flow.id);
    }
    for (const id of before.keys()) summaries.delete(id);
    if (evicted) {
      void journal.forget([...before.values()].flatMap((flow) => flow.observationIds));
      onDropped(`more than ${MAX_LIVE_FLOWS} flows at once`);
    }
    if (changed.length > 0 || before.size > 0) onChange({ changed, removed: [...before.keys()] });
  };

  const write = (observation: Observation): void => {
    units += sizeOf(observation);
    journal.write(observation).catch(async () => {
      await makeRoom(0);
      await journal.write(observation).catch((error: unknown) => {
        onDropped(error instanceof Error ? error.message : String(error));
      });
    });
    if (state.tracker.flows.length > ARCHIVE_ABOVE || units > ARCHIVE_ABOVE_UNITS)
      void makeRoom(SETTLE_MILLISECONDS);
  };

  const makeRoom = (quiet: number): Promise<void> => {
    archiving ??= archiveSettled(quiet).finally(() => {
      archiving = undefined;
    });
    return archiving;
  };

  const archiveSettled = async (quiet: number): Promise<void> => {
    const settled = state.tracker.flows.filter(
      (flow) => isSettled(flow) && flow.private === false && flow.updatedAt <= now() - quiet,
    );
    if (settled.length === 0) return;
    const entries = settled.map((flow) => ({ flow, summary: summaries.get(flow.id) ?? judge(flow) }));
    await archive.put(entries);
    await journal.forget(settled.flatMap((flow) => flow.observationIds));
    // What was archived leaves the live flows without leaving the list.
    const unchanged = settled.filter((flow) => state.tracker.flows.includes(flow));
    state = removeFlows(state, new Set(unchanged.map((flow) => flow.id)));
    units = Math.max(units - settled.reduce((sum, flow) => sum + sizeOf(flow), 0), 0);
  };

  const apply = (observation: Observation): void => become(reduceFlows(state, observation));

  return {
    record(observation) {
      write(observation);
      apply(observation);
    },
    keepForLater: write,
    settle(observation, counts) {
      if (counts) apply(observation);
      else void journal.forget([observation.id]);
    },
    isWorthKeeping: (observation) => classify(state.tracker, observation) === 'keep',
    async load() {
      const [{ observations, tombstones }, archived] = await Promise.all([
        journal.read(),
        archive.summaries().catch(() => []),
      ]);
      const buried = new Set(tombstones.flatMap((tombstone) => tombstone.observationIds));
      const hidden = new Set(tombstones.flatMap((tombstone) => tombstone.flowIds));
      summaries = new Map(
        archived.filter(({ id }) => !hidden.has(id)).map((summary) => [summary.id, summary]),
      );
      state = EMPTY_FLOWS;
      units = observations.reduce((sum, observation) => sum + sizeOf(observation), 0);
      become(reduceAll(observations.filter(({ id }) => !buried.has(id))));
    },
    summaries: () => [...summaries.values()],
    live: () => state.tracker.flows,
    flow: async (id) => state.tracker.flows.find((flow) => flow.id === id) ?? archive.flow(id),
    hide(ids) {
      const hidden = state.tracker.flows.filter((flow) => ids.has(flow.id));
      const archived = [...ids].filter((id) => summaries.has(id) && !hidden.some((flow) => flow.id === id));
      become(removeFlows(state, ids));
      for (const id of archived) summaries.delete(id);
      if (archived.length > 0) onChange({ changed: [], removed: archived });
      return { observationIds: hidden.flatMap((flow) => flow.observationIds) };
    },
    async purge(flowIds, observationIds) {
      await journal.forget(observationIds);
      await archive.remove(flowIds);
    },
  };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
