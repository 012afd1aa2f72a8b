import { isHeld, isOutstanding } from '../flow/status.ts';
import type { Flow } from '../flow/types.ts';
import { createPace } from '../messaging/pace.ts';
import type { BatchedJournal } from '../storage/batched-journal.ts';
import type { CarriedFlows } from '../storage/carried-flows.ts';
import type { LiveCount } from '../storage/live-count.ts';

/** Milliseconds between two rounds in a burst of changes; the first is at once. */
const CARRY_INTERVAL = 100;

interface CarryParts {
  readonly live: () => readonly Flow[];
  readonly journal: Pick<BatchedJournal, 'pick'>;
  readonly carried: CarriedFlows;
  readonly count: LiveCount;
  readonly keepsHistory: () => boolean;
}

/**
 * Gives a function, to be called when flows changed, that keeps what a reload of the extension would lose: of flows that
 * still wait everything, while history is kept; else how many flows there are, and nothing of them. Never rejects.
 */
export function createCarrying({ live, journal, carried, count, keepsHistory }: CarryParts): () => void {
  let again = false;
  let working = false;
  const carry = async (): Promise<void> => {
    const ids = live()
      .filter((flow) => flow.private === false && (isOutstanding(flow) || isHeld(flow)))
      .flatMap(({ observationIds }) => observationIds);
    await carried.write(ids.length === 0 ? [] : await journal.pick(ids));
  };
  const work = async (): Promise<void> => {
    if (working) {
      again = true;
      return;
    }
    working = true;
    const keeps = keepsHistory();
    await (keeps ? carry() : carried.write([])).catch(() => undefined);
    count.note(keeps ? 0 : live().filter((flow) => flow.private !== true).length);
    working = false;
    if (again) pace.within(CARRY_INTERVAL);
    again = false;
  };
  const pace = createPace(() => void work());
  return () => pace.within(CARRY_INTERVAL);
}
