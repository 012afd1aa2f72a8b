import { flowOfCall } from '../../../lib/flow/match-call.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import type {
  Background,
  CaptureStatus,
  CommandArguments,
  CommandName,
  CommandOutcome,
  CommandResult,
  Commands,
  Failure,
  Push,
} from '../../../lib/messaging/protocol.ts';

/** A background in memory: flows are put into it by hand, and everything asked of it is written down. */
export interface MemoryBackground extends Background {
  /** Every command so far, with its arguments. */
  readonly calls: readonly { readonly name: CommandName; readonly args: readonly unknown[] }[];
  /** Adds or changes flows and tells every subscriber. */
  put(...summaries: readonly FlowSummary[]): void;
  remove(...ids: readonly string[]): void;
  /** Begins a new life with these flows, as a restarted background does. */
  restart(summaries: readonly FlowSummary[]): void;
  setStatus(change: Partial<CaptureStatus>): void;
  /** Answers `flow` from now on. */
  setFlow(flow: Flow): void;
  /** Makes a command fail from now on. */
  fail(name: CommandName, failure: Failure): void;
  /** Answers to `flow` wait until released, in the order given by the caller. */
  holdAnswers(): { release(index: number): Promise<void> };
  readonly subscribers: () => number;
}

export const IDLE_STATUS: CaptureStatus = {
  recording: false,
  recordingMode: 'while-open',
  flows: 0,
  held: 0,
  hold: { on: false, known: [], unreachable: [] },
  dropped: 0,
  missed: 0,
  unseen: 0,
  allSites: false,
  accessOrigins: [],
  privateAllowed: false,
};

/** Makes an empty one. */
export function createMemoryBackground(): MemoryBackground {
  const summaries = new Map<string, FlowSummary>();
  const whole = new Map<string, Flow>();
  const failures = new Map<CommandName, Failure>();
  const listeners = new Set<(push: Push) => void>();
  const calls: { name: CommandName; args: readonly unknown[] }[] = [];
  const cleared = new Map<string, readonly FlowSummary[]>();
  let gates: (() => void)[] | undefined;
  let status = IDLE_STATUS;
  let sequence = 0;
  let epoch = 1;

  const counted = (): CaptureStatus => ({ ...status, flows: summaries.size });
  const snapshot = (): Push => ({
    kind: 'snapshot',
    epoch: String(epoch),
    sequence,
    flows: [...summaries.values()],
    status: counted(),
  });
  const submit = (changed: readonly FlowSummary[], removed: readonly string[]): void => {
    sequence++;
    const push: Push = {
      kind: 'changes',
      epoch: String(epoch),
      sequence,
      changed,
      removed,
      status: counted(),
    };
    for (const listener of listeners) listener(push);
  };
  const put = (...changed: readonly FlowSummary[]): void => {
    for (const summary of changed) summaries.set(summary.id, summary);
    submit(changed, []);
  };
  const remove = (...ids: readonly string[]): void => {
    for (const id of ids) summaries.delete(id);
    submit([], ids);
  };

  const commands: Commands = {
    status: counted,
    setRecording(on) {
      status = { ...status, recording: on, recordingMode: on ? 'while-open' : 'off' };
      submit([], []);
      return counted();
    },
    setRecordingMode(mode) {
      status = { ...status, recording: mode !== 'off', recordingMode: mode };
      submit([], []);
      return counted();
    },
    flow: (id) => whole.get(id),
    flowOfCall: (keys) => flowOfCall([...whole.values()], keys, Date.now())?.id,
    others: () => [],
    importFlows(flows) {
      for (const flow of flows) whole.set(flow.id, flow);
      return { ids: flows.map(({ id }) => id), already: 0, renamed: 0 };
    },
    recentCallbacks: (limit) =>
      [...summaries.values()]
        .filter((summary) => summary.callbackAt !== undefined)
        .sort((a, b) => (b.callbackAt ?? 0) - (a.callbackAt ?? 0))
        .slice(0, limit),
    launch: () => ({ tabId: 1 }),
    clear(scope) {
      const gone = [...summaries.values()].filter(
        (summary) =>
          scope === 'all' ||
          ('tabId' in scope ? summary.tabId === scope.tabId : scope.flowIds.includes(summary.id)),
      );
      const undoId = `undo ${cleared.size + 1}`;
      cleared.set(undoId, gone);
      remove(...gone.map((summary) => summary.id));
      return { cleared: gone.length, undoId };
    },
    undoClear(undoId) {
      const back = cleared.get(undoId) ?? [];
      put(...back);
      return { restored: back.length };
    },
    markSeen() {
      status = { ...status, unseen: 0 };
      submit([], []);
      return counted();
    },
    openWorkbench: () => undefined,
    submitCallback: () => ({ flowId: 'told', match: 'joined' }),
    submitWebhooks: () => ({ joined: 1, known: 0, alone: 0, skipped: 0, flowId: 'told' }),
    pin: (_, pinned) => ({ pinned }),
    recordCall: () => ({ recorded: true }),
    recordCookies: () => ({ flows: 1 }),
    lookAtTabs: () => ({ found: 0 }),
    setHold(choice) {
      const { known, unreachable } = status.hold;
      status = { ...status, hold: { ...choice, known, unreachable } };
      submit([], []);
      return status.hold;
    },
    heldFlow: (holdId) => [...whole.values()].find(({ hold }) => hold?.id === holdId),
    release: () => ({ tabId: 1 }),
    drop: () => undefined,
    takeRelease: () => ({ url: 'https://app.example/callback?code=abc', method: 'GET' }),
    forecastRelease: () => ({ possible: true, differences: [] }),
    bystander: () => undefined,
    decideBystander: () => undefined,
    showHeld: () => undefined,
    eraseEverything: () => ({ erased: true }),
    lockHistory: () => ({ lock: 'open' }),
  };

  return {
    calls,
    put,
    remove,
    restart(next) {
      summaries.clear();
      for (const summary of next) summaries.set(summary.id, summary);
      epoch++;
      sequence = 0;
      for (const listener of listeners) listener(snapshot());
    },
    setStatus(change) {
      status = { ...status, ...change };
      submit([], []);
    },
    setFlow: (flow) => void whole.set(flow.id, flow),
    fail: (name, failure) => void failures.set(name, failure),
    holdAnswers() {
      const held: (() => void)[] = [];
      gates = held;
      return {
        async release(index) {
          held[index]?.();
          await settled();
        },
      };
    },
    subscribers: () => listeners.size,
    async call<K extends CommandName>(
      name: K,
      ...args: CommandArguments<K>
    ): Promise<CommandOutcome<CommandResult<K>>> {
      calls.push({ name, args });
      const failure = failures.get(name);
      if (failure) return { ok: false, failure };
      const command = commands[name] as (...values: CommandArguments<K>) => CommandResult<K>;
      const value = command(...args);
      const waiting = gates;
      if (name === 'flow' && waiting) await new Promise<void>((resolve) => waiting.push(resolve));
      return { ok: true, value };
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(snapshot());
      return () => listeners.delete(listener);
    },
  };
}

/** Lets everything that was promised happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
