import type { SessionValues } from '../storage/session-values.ts';

/** What could not be kept since the browser started. */
export type DroppedFacts = Pick<SessionValues, 'dropped' | 'droppedReason'>;

/** Counts observations that could not be kept. */
export interface Dropped {
  add(reason: string): void;
  /** The number and the last reason, given what the session's storage holds of them. */
  with(stored: DroppedFacts): DroppedFacts;
}

interface DroppedParts {
  readonly read: () => Promise<DroppedFacts>;
  readonly write: (facts: DroppedFacts) => Promise<void>;
  readonly onChange: () => void;
}

/** Counts in the session's storage, and in memory while that has no room even for the number. */
export function createDropped({ read, write, onChange }: DroppedParts): Dropped {
  let unsaved = 0;
  let reason = '';
  let turn: Promise<void> = Promise.resolve();
  const sum = (stored: DroppedFacts): DroppedFacts => ({
    dropped: stored.dropped + unsaved,
    droppedReason: unsaved > 0 ? reason : stored.droppedReason,
  });
  const save = async (): Promise<void> => {
    if (unsaved === 0) return;
    const saving = unsaved;
    await write(sum(await read()));
    unsaved -= saving;
  };
  return {
    add(next) {
      unsaved += 1;
      reason = next;
      turn = turn
        .then(save)
        .catch(() => undefined)
        .then(onChange);
    },
    with: sum,
  };
}
