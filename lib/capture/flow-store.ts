import { classify } from '../flow/classify.ts';
import type { Observation } from '../flow/observation.ts';
import { EMPTY_FLOWS, type FlowsState, reduceAll, reduceFlows, removeFlows } from '../flow/reduce.ts';
import { isSettled } from '../flow/status.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import { type Flow, MAX_LIVE_FLOWS } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { OtherFlow } from '../rules/types.ts';
import type { CountedArchive } from '../storage/counted-archive.ts';
import type { Journal } from '../storage/journal.ts';
import type { ChosenGates } from '../storage/judge-choices.ts';
import { createFlowJudge, type Silenced } from './flow-judge.ts';
import { createHistory, type History, type HistoryParts } from './history.ts';
import { isFull, sizeOf } from './journal-room.ts';
import { createArchivedJudge } from './judge-archived.ts';
import { type Told, tell } from './tell.ts';

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
  readonly archive: CountedArchive;
  readonly now: () => number;
  /** The profiles that are known now. */
  readonly catalogue: () => Catalogue;
  readonly onChange: (change: FlowChange) => void;
  readonly onDropped: (reason: string) => void;
  /** Called with how many flows had to leave the disk because of the caps. */
  readonly onExpired?: (count: number) => void;
  readonly caps?: HistoryParts['caps'];
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
  /** Applies what a person told, to an archived flow too; undefined when it is about no flow. */
  tell(observation: Observation): Promise<Told | undefined>;
  /** What writes flows to disk as they change, while history is kept. */
  readonly history: History;
  /** Keeps flows that did not take place here, such as imported ones. Rejects when nothing can be stored. */
  adopt(flows: readonly Flow[]): Promise<void>;
  load(): Promise<void>;
  summaries(): readonly FlowSummary[];
  live(): readonly Flow[];
  flow(id: string): Promise<Flow | undefined>;
  /** Flows that share a state, nonce, challenge or code with this one, oldest first. */
  others(flow: Flow): readonly OtherFlow[];
  /** Counts the findings of these rules no more; flows of which that is said are judged anew, archived ones by and by. */
  silence(silenced: Silenced): void;
  /** Judges flows by what the user chose for them. */
  judgeAs(chosen: ChosenGates): void;
  /** Takes flows out of sight. Gives what a tombstone needs. */
  hide(ids: ReadonlySet<string>): { readonly observationIds: readonly string[] };
  /** Removes hidden flows for good. */
  purge(flowIds: readonly string[], observationIds: readonly string[]): Promise<void>;
}

export function createFlowStore(parts: FlowStoreParts): FlowStore {
  const { journal, archive, now, catalogue, onChange, onDropped } = parts;
  let state: FlowsState = EMPTY_FLOWS;
  let summaries = new Map<string, FlowSummary>();
  let units = 0;
  let archiving: Promise<void> | undefined;
  /** Written, but not known yet to count: reading the journal back must not decide that. */
  const undecided = new Set<string>();

  const judging = createFlowJudge(now, catalogue);
  const { judge } = judging;

  const history = createHistory({
    archive,
    live: () => state.tracker.flows,
    summary: (flow) => summaries.get(flow.id) ?? judge(flow),
    onTrouble: () => onChange({ changed: [], removed: [] }),
    async catchUp() {
      const [{ tombstones }, archived] = await Promise.all([journal.read(), archive.summaries()]);
      const hidden = new Set(tombstones.flatMap((tombstone) => tombstone.flowIds));
      const changed = archived.filter(({ id }) => !hidden.has(id) && !summaries.has(id));
      for (const summary of changed) summaries.set(summary.id, summary);
      judging.know(changed);
      if (changed.length > 0) onChange({ changed, removed: [] });
    },
    onExpired(ids) {
      const live = new Set(state.tracker.flows.map(({ id }) => id));
      const removed = ids.filter((id) => !live.has(id) && summaries.delete(id));
      parts.onExpired?.(ids.length);
      onChange({ changed: [], removed });
    },
    ...(parts.caps ? { caps: parts.caps } : {}),
  });

  /** @param hidden when true, what is gone can be brought back, and stays on disk */
  const become = (next: FlowsState, hidden = false): void => {
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
    for (const id of before.keys()) {
      summaries.delete(id);
      judging.forget(id);
    }
    if (evicted) {
      void journal.forget([...before.values()].flatMap((flow) => flow.observationIds));
      onDropped(`more than ${MAX_LIVE_FLOWS} flows at once`);
    }
    if (changed.length > 0 || before.size > 0) onChange({ changed, removed: [...before.keys()] });
    history.changed(changed.map(({ id }) => id));
    if (!hidden && !evicted) history.removed([...before.keys()]);
  };

  const write = (observation: Observation): void => {
    units += sizeOf(observation);
    journal.write(observation).catch(async (reason: unknown) => {
      // Nothing else, such as a browser that is closing, is a reason to write to disk.
      if (isFull(reason)) {
        const wasLive = isPartOfLive(observation);
        await makeRoom(0);
        // Its flow lies in the archive now, this observation included.
        if (wasLive && !isPartOfLive(observation)) return;
      }
      await journal.write(observation).catch((error: unknown) => {
        onDropped(error instanceof Error ? error.message : String(error));
      });
    });
    if (state.tracker.flows.length > ARCHIVE_ABOVE || units > ARCHIVE_ABOVE_UNITS)
      void makeRoom(SETTLE_MILLISECONDS);
  };

  const isPartOfLive = ({ id }: Observation): boolean =>
    state.tracker.flows.some(({ observationIds }) => observationIds.includes(id));

  const makeRoom = (quiet: number): Promise<void> => {
    archiving ??= archiveSettled(quiet)
      .catch(history.failed)
      .finally(() => {
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
    await history.trim();
    await journal.forget(settled.flatMap((flow) => flow.observationIds));
    // What was archived leaves the live flows without leaving the list.
    const unchanged = settled.filter((flow) => state.tracker.flows.includes(flow));
    state = removeFlows(state, new Set(unchanged.map((flow) => flow.id)));
    units = Math.max(units - settled.reduce((sum, flow) => sum + sizeOf(flow), 0), 0);
  };

  const isLive = (id: string): boolean => state.tracker.flows.some((flow) => flow.id === id);
  const judgeArchived = createArchivedJudge({
    archive,
    judge,
    row: (id) => (isLive(id) ? undefined : summaries.get(id)),
    onJudged(changed) {
      const seen = changed.filter(({ id }) => summaries.has(id));
      for (const summary of seen) summaries.set(summary.id, summary);
      onChange({ changed: seen, removed: [] });
    },
  });
  const judgeAnew = (concerns: (summary: FlowSummary) => boolean): void => {
    const concerned = [...summaries.values()].filter(concerns);
    const ids = new Set(concerned.map(({ id }) => id));
    const changed = state.tracker.flows.flatMap((flow) => {
      if (!ids.delete(flow.id)) return [];
      const before = summaries.get(flow.id);
      const after = judge(flow);
      if (before?.errors === after.errors && before.warnings === after.warnings) return [];
      summaries.set(flow.id, after);
      return [after];
    });
    if (changed.length > 0) onChange({ changed, removed: [] });
    history.changed(changed.map(({ id }) => id));
    void judgeArchived(ids);
  };

  const apply = (observation: Observation): void => become(reduceFlows(state, observation, catalogue()));

  return {
    record(observation) {
      write(observation);
      apply(observation);
    },
    keepForLater(observation) {
      undecided.add(observation.id);
      write(observation);
    },
    settle(observation, counts) {
      undecided.delete(observation.id);
      if (counts) apply(observation);
      else void journal.forget([observation.id]);
    },
    async adopt(flows) {
      const entries = flows.map((flow) => ({ flow, summary: judge(flow) }));
      if (entries.length === 0) return;
      await archive.put(entries);
      for (const { summary } of entries) summaries.set(summary.id, summary);
      onChange({ changed: entries.map(({ summary }) => summary), removed: [] });
      await history.trim();
    },
    isWorthKeeping: (observation) => classify(state.tracker, observation, catalogue()) === 'keep',
    async load() {
      const [{ observations, tombstones }, archived] = await Promise.all([
        journal.read(),
        archive.summaries().catch((error: unknown) => {
          history.failed(error);
          return [];
        }),
      ]);
      const buried = new Set(tombstones.flatMap((tombstone) => tombstone.observationIds));
      const hidden = new Set(tombstones.flatMap((tombstone) => tombstone.flowIds));
      summaries = new Map(
        archived.filter(({ id }) => !hidden.has(id)).map((summary) => [summary.id, summary]),
      );
      judging.begin(summaries.values());
      state = EMPTY_FLOWS;
      units = observations.reduce((sum, observation) => sum + sizeOf(observation), 0);
      become(
        reduceAll(
          observations.filter(({ id }) => !buried.has(id) && !undecided.has(id)),
          catalogue(),
        ),
      );
    },
    summaries: () => [...summaries.values()],
    live: () => state.tracker.flows,
    history,
    tell: (observation) =>
      tell(observation, {
        state,
        catalogue: catalogue(),
        archive,
        summaries: () => [...summaries.values()],
        record: () => {
          write(observation);
          apply(observation);
        },
        live: () => state.tracker.flows,
        async replace(flow) {
          const summary = judge(flow);
          await archive.put([{ flow, summary }]);
          summaries.set(flow.id, summary);
          onChange({ changed: [summary], removed: [] });
        },
      }),
    others: judging.others,
    silence(silenced) {
      const profiles = judging.silence(silenced);
      judgeAnew(({ profileId }) => profiles.has(profileId));
    },
    judgeAs(chosen) {
      const ids = judging.judgeAs(chosen);
      judgeAnew(({ id }) => ids.has(id));
    },
    flow: async (id) => state.tracker.flows.find((flow) => flow.id === id) ?? archive.flow(id),
    hide(ids) {
      const hidden = state.tracker.flows.filter((flow) => ids.has(flow.id));
      const archived = [...ids].filter((id) => summaries.has(id) && !hidden.some((flow) => flow.id === id));
      become(removeFlows(state, ids), true);
      for (const id of archived) {
        summaries.delete(id);
        judging.forget(id);
      }
      if (archived.length > 0) onChange({ changed: [], removed: archived });
      return { observationIds: hidden.flatMap((flow) => flow.observationIds) };
    },
    async purge(flowIds, observationIds) {
      await journal.forget(observationIds);
      await archive.remove(flowIds);
    },
  };
}
