import { isHeld, isOutstanding } from '../flow/status.ts';
import type { Flow } from '../flow/types.ts';
import type { CarriedFlows } from '../storage/carried-flows.ts';
import type { Journal } from '../storage/journal.ts';
import type { LiveCount } from '../storage/live-count.ts';

interface CarryParts {
  readonly live: () => readonly Flow[];
  readonly journal: Pick<Journal, 'pick'>;
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
    working = true;
    while (again) {
      again = false;
      const keeps = keepsHistory();
      await (keeps ? carry() : carried.write([])).catch(() => undefined);
      count.note(keeps ? 0 : live().filter((flow) => flow.private !== true).length);
    }
    working = false;
  };
  return () => {
    again = true;
    if (!working) void work();
  };
}
