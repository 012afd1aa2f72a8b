import { type ReadonlySignal, signal } from '@preact/signals';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { CaptureStatus, Push } from '../messaging/protocol.ts';

/** Every summary the background told of, newest first. */
export interface FlowStore {
  readonly flows: ReadonlySignal<readonly FlowSummary[]>;
  /** Undefined until the first push. */
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  byId(id: string): FlowSummary | undefined;
  apply(push: Push): void;
  setStatus(status: CaptureStatus): void;
}

/** Makes an empty store. */
export function createFlowStore(): FlowStore {
  const summaries = new Map<string, FlowSummary>();
  const flows = signal<readonly FlowSummary[]>([]);
  const status = signal<CaptureStatus>();
  const keep = (changed: readonly FlowSummary[]): void => {
    for (const summary of changed) summaries.set(summary.id, summary);
  };
  return {
    flows,
    status,
    byId: (id) => summaries.get(id),
    apply(push) {
      if (push.kind === 'snapshot') {
        summaries.clear();
        keep(push.flows);
      } else {
        keep(push.changed);
        for (const id of push.removed) summaries.delete(id);
      }
      flows.value = [...summaries.values()].sort(newestFirst);
      status.value = push.status;
    },
    setStatus(next) {
      status.value = next;
    },
  };
}

function newestFirst(a: FlowSummary, b: FlowSummary): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
