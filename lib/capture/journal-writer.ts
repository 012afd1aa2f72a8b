import type { Observation } from '../flow/observation.ts';
import type { Journal } from '../storage/journal.ts';
import { isFull } from './journal-room.ts';

interface JournalWriterParts {
  readonly journal: Pick<Journal, 'write'>;
  /** Makes room in a journal that is full. Never rejects. */
  readonly makeRoom: () => Promise<void>;
  /** Whether a live flow was made of this observation. */
  readonly isLive: (observation: Observation) => boolean;
  readonly onDropped: (reason: string) => void;
}

/**
 * Gives a function that writes an observation to the journal; the write is issued before it returns. A journal that is
 * full gets room and a second try; what then fails is told.
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
  };
}
