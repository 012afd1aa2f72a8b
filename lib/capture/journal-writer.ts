import type { Observation, ObservationKind } from '../flow/observation.ts';
import type { BatchedJournal } from '../storage/batched-journal.ts';
import { isFull } from './journal-room.ts';
import { ONLY_WITH_A_FLOW } from './unwritten.ts';

interface JournalWriterParts {
  readonly journal: Pick<BatchedJournal, 'write' | 'flush'>;
  /** Makes room in a journal that is full. Never rejects. */
  readonly makeRoom: () => Promise<void>;
  /** Whether a live flow was made of this observation. */
  readonly isLive: (observation: Observation) => boolean;
  readonly onDropped: (reason: string) => void;
}

/** What the browser reports in bursts, and which is written with what follows. All else was done by somebody. */
const MAY_WAIT: ReadonlySet<ObservationKind> = new Set([
  ...ONLY_WITH_A_FLOW,
  ...(['exchange', 'opened', 'identified', 'left'] as const),
]);

/**
 * Gives a function that writes an observation to the journal. Of what the browser reports in a burst the write may be
 * issued a moment later; of anything else, and of all that waited, it is issued before the function returns. A journal that
 * is full gets room and a second try; what then fails is told.
 */
export function createJournalWriter({ journal, makeRoom, isLive, onDropped }: JournalWriterParts) {
  const again = async (observation: Observation, reason: unknown): Promise<void> => {
    // Nothing else, such as a browser that is closing, is a reason to write to disk.
    if (isFull(reason)) {
      const wasLive = isLive(observation);
      await makeRoom();
      // Its flow lies in the archive now, this observation included.
      if (wasLive && !isLive(observation)) return;
    }
    await journal.write(observation);
  };
  return (observation: Observation): void => {
    journal
      .write(observation)
      .catch((reason: unknown) => again(observation, reason))
      .catch((error: unknown) => onDropped(error instanceof Error ? error.message : String(error)));
    if (!MAY_WAIT.has(observation.kind)) journal.flush();
  };
}
