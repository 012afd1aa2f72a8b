/** Ids of flows that changed and of flows that left the list; both empty when only the status changed. */
export interface FlowChange {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** True when one of the flows is no longer open that was before. */
  readonly ended?: boolean;
}

/** Tells everybody who listens of changes, in the order in which they began to. */
export interface FlowChanges {
  publish(change: FlowChange): void;
  listen(listener: (change: FlowChange) => void): void;
}

/** Changes of flows, of which nobody knows yet. */
export function createFlowChanges(): FlowChanges {
  const listeners: ((change: FlowChange) => void)[] = [];
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    listen: (listener) => void listeners.push(listener),
  };
}
