import type { Handlers } from '../messaging/server.ts';
import type { createClearing } from './clearing.ts';
import { findFlowOfCall } from './find-flow-of-call.ts';
import type { FlowStore } from './flow-store.ts';
import { importFlows } from './import-flows.ts';

interface FlowCommandParts {
  readonly store: FlowStore;
  readonly clearing: ReturnType<typeof createClearing>;
  readonly ready: Promise<void>;
  readonly isRecording: () => boolean;
  readonly now: () => number;
}

type FlowCommand =
  | 'flow'
  | 'flowOfCall'
  | 'others'
  | 'recentCallbacks'
  | 'clear'
  | 'undoClear'
  | 'importFlows';

/** The commands that read flows, take them away and bring them in. */
export function createFlowCommands({
  store,
  clearing,
  ready,
  isRecording,
  now,
}: FlowCommandParts): Pick<Handlers, FlowCommand> {
  return {
    async flow(id) {
      await ready;
      store.flush();
      return store.flow(id);
    },
    async flowOfCall(keys) {
      await ready;
      if (!isRecording()) return undefined;
      return findFlowOfCall(store, keys, now());
    },
    async others(id) {
      await ready;
      const flow = await store.flow(id);
      return flow ? store.others(flow) : [];
    },
    async recentCallbacks(limit) {
      await ready;
      return store.tally.latest(limit).flatMap((id) => store.summary(id) ?? []);
    },
    async clear(scope) {
      await ready;
      return clearing.clear(scope);
    },
    async undoClear(undoId) {
      await ready;
      return clearing.undo(undoId);
    },
    async importFlows(flows) {
      await ready;
      return importFlows(flows, store);
    },
  };
}
