import { type ReadonlySignal, signal } from '@preact/signals';
import { byNewest, withRows } from '../../flow/newest-first.ts';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { CaptureStatus, Push } from '../../messaging/protocol.ts';

/** Every summary the background told of, newest first. */
export interface FlowFeed {
  readonly flows: ReadonlySignal<readonly FlowSummary[]>;
  /** Undefined until the first push. */
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  byId(id: string): FlowSummary | undefined;
  apply(push: Push): void;
  setStatus(status: CaptureStatus): void;
}

/** Makes an empty store. */
export function createFlowFeed(): FlowFeed {
  const summaries = new Map<string, FlowSummary>();
  const flows = signal<readonly FlowSummary[]>([]);
  const status = signal<CaptureStatus>();
  const keep = (changed: readonly FlowSummary[]): void => {
    for (const summary of changed) summaries.set(summary.id, summary);
  };
  const setStatus = (next: CaptureStatus): void => {
    const before = status.peek();
    // Most pushes say nothing new of it, and much of a page shows a part of it.
    if (isSame(next, before)) return;
    status.value = before && isSame(next.hold, before.hold) ? { ...next, hold: before.hold } : next;
  };
  return {
    flows,
    status,
    byId: (id) => summaries.get(id),
    apply(push) {
      if (push.kind === 'snapshot') {
        summaries.clear();
        keep(push.flows);
        flows.value = push.flows.toSorted(byNewest);
      } else {
        keep(push.changed);
        for (const id of push.removed) summaries.delete(id);
        flows.value = withRows(flows.peek(), push.changed, push.removed);
      }
      setStatus(push.status);
    },
    setStatus,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
