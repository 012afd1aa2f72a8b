import { classify } from '../flow/classify.ts';
import type { Observation } from '../flow/observation.ts';
import { recorded } from '../flow/recorded.ts';
import { summarise } from '../flow/summary.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import { EMPTY_TRACKER } from '../flow/tracker.ts';
import { type Flow, MAX_LIVE_FLOWS } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { OtherFlow } from '../rules/types.ts';
import type { BatchedJournal } from '../storage/batched-journal.ts';
import type { CountedArchive } from '../storage/counted-archive.ts';
import type { ChosenConformance } from '../storage/evaluation-choices.ts';
import { createArchiveSettled } from './archive-settled.ts';
import { createArchivedEvaluator } from './evaluate-archived.ts';
import type { FlowChange } from './flow-change.ts';
import { createFlowEvaluator, type Silenced } from './flow-evaluator.ts';
import { createFlowRows, type FlowRows } from './flow-rows.ts';
import { createHistory, type History, type HistoryParts } from './history.ts';
import { roughSizeOf, sizeOf } from './journal-room.ts';
import { createJournalWriter } from './journal-writer.ts';
import { createLiveFlows, type LiveChange } from './live-flows.ts';
import { readBack } from './read-back.ts';
import { type Submitted, submit } from './submit.ts';
import { createUnwritten, ledAway, ONLY_WITH_A_FLOW } from './unwritten.ts';

export interface FlowStoreParts {
  readonly journal: BatchedJournal;
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

/** All flows of this browser session: live ones reduced from the journal, older settled ones in the archive. */
export interface FlowStore {
  /**
   * Applies an observation and writes what may be recorded of it to the journal. Where a flow came to its end the write is
   * issued before this returns, else {@link batchJournal} says when. Gives what changed.
   */
  record(observation: Observation): readonly Flow[];
  /** Issues the writes that wait: a page is told of nothing that would not survive the background. */
  flush(): void;
  /** Writes only; used while it is not yet known whether the observation counts. */
  keepForLater(observation: Observation): void;
  /** Applies an observation that was kept for later, or forgets it. */
  settle(observation: Observation, counts: boolean): void;
  isWorthKeeping(observation: Observation): boolean;
  /** Applies what a person told, to an archived flow too; undefined when it is about no flow. */
  submit(observation: Observation): Promise<Submitted | undefined>;
  /** What writes flows to disk as they change, while history is kept. */
  readonly history: History;
  /** Keeps flows that did not take place here, such as imported ones. Rejects when nothing can be stored. */
  adopt(flows: readonly Flow[]): Promise<void>;
  load(): Promise<void>;
  /** Counts of all flows. */
  readonly tally: FlowRows['tally'];
  /** The row of a flow, with its findings counted once it is no longer open. */
  summary(id: string): FlowSummary | undefined;
  summaries(): readonly FlowSummary[];
  /** Where each flow took place; asks less than {@link summaries}. */
  places: FlowRows['places'];
  live(): readonly Flow[];
  flow(id: string): Promise<Flow | undefined>;
  /** Flows that share a state, nonce, challenge or code with this one, oldest first. */
  others(flow: Flow): readonly OtherFlow[];
  /** Counts the findings of these rules no more; flows of which that is said are evaluated again, archived ones by and by. */
  silence(silenced: Silenced): void;
  /** Evaluates flows by what the user chose for them. */
  evaluateAs(chosen: ChosenConformance): void;
  /** Moves what is over to the disk, and forgets in memory what is there. */
  conceal(): Promise<void>;
  /** Brings what is on disk into the list. */
  reveal(): Promise<void>;
  /** Takes flows out of sight. Gives what a tombstone needs. */
  hide(ids: ReadonlySet<string>): { readonly observationIds: readonly string[] };
  /** Removes hidden flows for good. */
  purge(flowIds: readonly string[], observationIds: readonly string[]): Promise<void>;
}

export function createFlowStore(parts: FlowStoreParts): FlowStore {
  const { journal, archive, now, catalogue, onChange, onDropped } = parts;
  const live = createLiveFlows();
  const evaluation = createFlowEvaluator(now, catalogue);
  /** Rules run over a flow when it is no longer open; until then its row says what is known without them. */
  const evaluate = (flow: Flow): FlowSummary =>
    isOver(flow) ? evaluation.evaluate(flow) : summarise(flow, [], catalogue());
  const rows = createFlowRows(evaluate);
  const rowOf = (flow: Flow): FlowSummary => rows.row(flow.id) ?? evaluate(flow);
  /** UTF-16 units in the journal, about. */
  let units = 0;
  /** Written, but not known yet to count: reading the journal back must not decide that. */
  const undecided = new Set<string>();

  const reveal = async (): Promise<void> => {
    const [{ tombstones }, archived] = await Promise.all([journal.read(), archive.summaries()]);
    const hidden = new Set(tombstones.flatMap((tombstone) => tombstone.flowIds));
    const changed = archived.filter(
      ({ id }) => !hidden.has(id) && !rows.liveFlow(id) && !rows.archivedRow(id),
    );
    rows.putArchived(changed);
    evaluation.know(changed);
    if (changed.length > 0) onChange({ changed: changed.map(({ id }) => id), removed: [] });
  };

  const history = createHistory({
    archive,
    live: () => live.flows,
    summary: rowOf,
    onTrouble: () => onChange({ changed: [], removed: [] }),
    catchUp: () => reveal(),
    onExpired(ids) {
      const removed = ids.filter((id) => !rows.liveFlow(id) && rows.remove(id));
      parts.onExpired?.(ids.length);
      onChange({ changed: [], removed });
    },
    ...(parts.caps ? { caps: parts.caps } : {}),
  });

  /** @param hidden when true, what is gone can be brought back, and stays on disk */
  const publish = (
    { changed, removed, evicted }: LiveChange,
    hidden = false,
  ): { readonly changed: readonly Flow[]; readonly ended: boolean } => {
    const ended = changed.some((flow) => {
      const former = rows.liveFlow(flow.id);
      return isOver(flow) && !(former && isOver(former));
    });
    for (const flow of changed) {
      rows.putLive(flow);
      evaluation.note(flow);
    }
    for (const { id } of removed) {
      rows.remove(id);
      evaluation.forget(id);
    }
    if (evicted) {
      void journal.forget(removed.flatMap((flow) => flow.observationIds));
      onDropped(`more than ${MAX_LIVE_FLOWS} flows at once`);
    }
    const gone = removed.map(({ id }) => id);
    const ids = changed.map(({ id }) => id);
    if (ids.length > 0 || gone.length > 0) onChange({ changed: ids, removed: gone, ended });
    history.changed(ids);
    if (!hidden && !evicted) history.removed(gone);
    return { changed, ended };
  };
  const apply = (observation: Observation) => publish(live.apply(observation, catalogue()));

  const settled = createArchiveSettled({
    archive,
    now,
    live: () => live.flows,
    summary: rowOf,
    trim: history.trim,
    onFailed: history.failed,
    async onArchived(flows) {
      // What was archived leaves the live flows without leaving the list; what changed meanwhile stays.
      const unchanged = flows.filter((flow) => rows.liveFlow(flow.id) === flow);
      live.remove(new Set(unchanged.map(({ id }) => id)));
      rows.putArchived(unchanged.map(rowOf));
      units = Math.max(units - unchanged.reduce((sum, flow) => sum + sizeOf(flow), 0), 0);
      await journal.forget(unchanged.flatMap((flow) => flow.observationIds));
    },
  });
  const isLive = ({ id }: Observation): boolean =>
    live.flows.some(({ observationIds }) => observationIds.includes(id));
  const writeToJournal = createJournalWriter({
    journal,
    makeRoom: () => settled.move(0),
    isLive,
    onDropped,
  });
  const write = (observation: Observation): void => {
    units += roughSizeOf(observation);
    writeToJournal(observation);
    settled.consider(units);
  };

  const evaluateArchived = createArchivedEvaluator({
    archive,
    evaluate,
    row: rows.archivedRow,
    onEvaluated(changed) {
      const seen = changed.filter(({ id }) => rows.archivedRow(id));
      rows.putArchived(seen);
      onChange({ changed: seen.map(({ id }) => id), removed: [] });
    },
  });
  const reevaluate = (
    concerns: (flow: { readonly id: string; readonly profileId: string }) => boolean,
  ): void => {
    const changed = live.flows.filter(concerns).filter((flow) => {
      const before = rows.row(flow.id);
      rows.putLive(flow);
      const after = rows.row(flow.id);
      return before?.errors !== after?.errors || before?.warnings !== after?.warnings;
    });
    const ids = changed.map(({ id }) => id);
    if (ids.length > 0) onChange({ changed: ids, removed: [] });
    history.changed(ids);
    void evaluateArchived(
      rows
        .archived()
        .filter(concerns)
        .map(({ id }) => id),
    );
  };

  /** Observations from which nothing followed; a later one from before them can change that. */
  const unwritten = createUnwritten();

  const record = (
    observed: Observation,
  ): { readonly changed: readonly Flow[]; readonly written: boolean } => {
    const before = live.state;
    const observation = recorded(before.tracker, observed, catalogue());
    const { changed, ended } = apply(observation);
    if (live.state.tracker === before.tracker && ONLY_WITH_A_FLOW.has(observation.kind)) {
      if (live.state !== before) unwritten.add(observation);
      return { changed, written: false };
    }
    write(observation);
    for (const earlier of unwritten.takeThose(isLive, observation)) write(earlier);
    if (observation.kind === 'left') void journal.forget(ledAway(live.state.log, observation));
    if (ended) journal.flush();
    return { changed, written: true };
  };

  return {
    record: (observation) => record(observation).changed,
    flush: journal.flush,
    keepForLater(observation) {
      undecided.add(observation.id);
      write(recorded(EMPTY_TRACKER, observation, catalogue()));
    },
    settle(observation, counts) {
      undecided.delete(observation.id);
      if (!counts || !record(observation).written) void journal.forget([observation.id]);
    },
    async adopt(flows) {
      const entries = flows.map((flow) => ({ flow, summary: evaluate(flow) }));
      if (entries.length === 0) return;
      await archive.put(entries);
      rows.putArchived(entries.map(({ summary }) => summary));
      onChange({ changed: entries.map(({ flow }) => flow.id), removed: [] });
      await history.trim();
    },
    isWorthKeeping: (observation) => classify(live.state.tracker, observation, catalogue()) === 'keep',
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
      const shown = archived.filter(({ id }) => !hidden.has(id));
      rows.clear();
      rows.putArchived(shown);
      evaluation.begin(shown);
      units = observations.reduce((sum, observation) => sum + roughSizeOf(observation), 0);
      const counted = observations.filter(({ id }) => !buried.has(id) && !undecided.has(id));
      const stored = readBack(counted, catalogue());
      publish(live.become(stored.state));
      const unused = new Set(stored.unused);
      // What is forgotten below must not wait as if it had never been written: the area holds what an earlier version wrote of it.
      for (const observation of stored.reduced) if (!unused.has(observation.id)) write(observation);
      if (stored.unused.length > 0) await journal.forget(stored.unused);
    },
    tally: rows.tally,
    summary: rows.row,
    summaries: rows.all,
    places: rows.places,
    live: () => live.flows,
    history,
    submit: (submitted) => {
      const observation = recorded(live.state.tracker, submitted, catalogue());
      return submit(observation, {
        state: live.state,
        catalogue: catalogue(),
        archive,
        archived: rows.archived,
        record: () => {
          write(observation);
          apply(observation);
        },
        live: () => live.flows,
        async replace(flow) {
          const summary = evaluate(flow);
          await archive.put([{ flow, summary }]);
          rows.putArchived([summary]);
          onChange({ changed: [flow.id], removed: [] });
        },
      });
    },
    others: evaluation.others,
    silence(silenced) {
      const profiles = evaluation.silence(silenced);
      reevaluate(({ profileId }) => profiles.has(profileId));
    },
    evaluateAs(chosen) {
      const ids = evaluation.evaluateAs(chosen);
      reevaluate(({ id }) => ids.has(id));
    },
    reveal,
    async conceal() {
      await settled.move(0);
      const ids = rows.archived().map(({ id }) => id);
      for (const id of ids) {
        rows.remove(id);
        evaluation.forget(id);
      }
      if (ids.length > 0) onChange({ changed: [], removed: ids });
    },
    flow: async (id) => rows.liveFlow(id) ?? archive.flow(id),
    hide(ids) {
      const hidden = [...ids].flatMap((id) => rows.liveFlow(id) ?? []);
      const archived = [...ids].filter((id) => rows.archivedRow(id));
      publish(live.remove(ids), true);
      for (const id of archived) {
        rows.remove(id);
        evaluation.forget(id);
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

/** True for a flow whose callback came, or that can get none any more. */
function isOver({ callback, status }: Flow): boolean {
  return callback !== undefined || status !== 'open';
}
