import { isOfTab } from '../flow/of-tab.ts';
import { type Scope, UNDO_MILLISECONDS } from '../messaging/protocol.ts';
import type { BatchedJournal } from '../storage/batched-journal.ts';
import type { DeletedFlows } from '../storage/deleted-flows.ts';
import type { FlowPlace } from './flow-rows.ts';
import type { FlowStore } from './flow-store.ts';

/** Clears flows so that they can be brought back for a while, also when the background dies meanwhile. */
export interface Clearing {
  clear(scope: Scope): Promise<{ cleared: number; undoId: string }>;
  undo(undoId: string): Promise<{ restored: number }>;
  /** Removes for good what can no longer be brought back. */
  purgeExpired(): Promise<void>;
}

export function createClearing(
  store: FlowStore,
  journal: Pick<BatchedJournal, 'read' | 'bury' | 'unbury'>,
  now: () => number,
  deleted?: DeletedFlows,
): Clearing {
  const purgeExpired = async (): Promise<void> => {
    const { tombstones } = await journal.read();
    for (const { undoId, at, flowIds, observationIds } of tombstones) {
      if (now() - at < UNDO_MILLISECONDS) continue;
      await store.purge(flowIds, observationIds).catch(store.history.failed);
      await deleted?.take(flowIds);
      await journal.unbury([undoId]);
    }
  };
  return {
    async clear(scope) {
      const flowIds = [...store.places()].filter(isIn(scope)).map(({ id }) => id);
      await deleted?.add(flowIds);
      const { observationIds } = store.hide(new Set(flowIds));
      const undoId = crypto.randomUUID();
      await journal.bury({ undoId, at: now(), flowIds, observationIds });
      setTimeout(() => void purgeExpired(), UNDO_MILLISECONDS + 100);
      return { cleared: flowIds.length, undoId };
    },
    async undo(undoId) {
      const { tombstones } = await journal.read();
      const tombstone = tombstones.find((one) => one.undoId === undoId);
      if (!tombstone) return { restored: 0 };
      await deleted?.take(tombstone.flowIds);
      await journal.unbury([undoId]);
      await store.load();
      return { restored: tombstone.flowIds.length };
    },
    purgeExpired,
  };
}

function isIn(scope: Scope): (flow: FlowPlace) => boolean {
  if (scope === 'all') return () => true;
  if ('tabId' in scope) return (flow) => isOfTab(flow, scope.tabId);
  const ids = new Set(scope.flowIds);
  return ({ id }) => ids.has(id);
}
