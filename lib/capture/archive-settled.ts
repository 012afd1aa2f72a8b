import { isSettled } from '../flow/status.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import type { Archive } from '../storage/archive.ts';

/** Flows kept in the journal before settled ones move to the archive. */
export const ARCHIVE_ABOVE = 600;

/** UTF-16 units written to the journal before settled flows move to the archive; the area holds 10 MB. */
export const ARCHIVE_ABOVE_UNITS = 3_000_000;

/** Milliseconds a settled flow stays in the journal at least, since late events may still belong to it. */
export const SETTLE_MILLISECONDS = 5_000;

/** By how much the journal grows before it is looked at again, when little could be moved. */
const LOOK_AGAIN_AFTER = { flows: 20, units: 100_000 } as const;

/** Flows moved in one transaction, so that observations that come meanwhile wait for few. */
const AT_ONCE = 50;

interface ArchiveSettledParts {
  readonly archive: Pick<Archive, 'put'>;
  readonly live: () => readonly Flow[];
  readonly summary: (flow: Flow) => FlowSummary;
  /** Takes flows that are in the archive out of the live ones; gives those that changed meanwhile and stayed. */
  readonly onArchived: (flows: readonly Flow[]) => Promise<void>;
  /** Called after all that could be moved was. */
  readonly trim: () => Promise<void>;
  readonly onFailed: (error: unknown) => void;
  readonly now: () => number;
}

/** Moves settled flows from the journal to the archive. */
export interface ArchiveSettled {
  /** Moves them when the journal holds too much. @param units of all that it holds, about */
  consider(units: number): void;
  /** Moves those that did not change for so many milliseconds. Never rejects. */
  move(quiet: number): Promise<void>;
}

export function createArchiveSettled(parts: ArchiveSettledParts): ArchiveSettled {
  const { archive, live, summary, onArchived, trim, onFailed, now } = parts;
  let moving: Promise<void> | undefined;
  let looked = { flows: 0, units: 0 };

  const moveSettled = async (quiet: number): Promise<void> => {
    const settled = live().filter(
      (flow) => isSettled(flow) && flow.private === false && flow.updatedAt <= now() - quiet,
    );
    for (let from = 0; from < settled.length; from += AT_ONCE) {
      const some = settled.slice(from, from + AT_ONCE);
      await archive.put(some.map((flow) => ({ flow, summary: summary(flow) })));
      await onArchived(some);
    }
    if (settled.length > 0) await trim();
  };
  const move = (quiet: number): Promise<void> => {
    moving ??= moveSettled(quiet)
      .catch(onFailed)
      .finally(() => {
        moving = undefined;
      });
    return moving;
  };
  return {
    move,
    consider(units) {
      const flows = live().length;
      // Less than at the last look: what was moved has left.
      looked = { flows: Math.min(looked.flows, flows), units: Math.min(looked.units, units) };
      const tooMany = flows > ARCHIVE_ABOVE && flows >= looked.flows + LOOK_AGAIN_AFTER.flows;
      const tooMuch = units > ARCHIVE_ABOVE_UNITS && units >= looked.units + LOOK_AGAIN_AFTER.units;
      if (moving || !(tooMany || tooMuch)) return;
      looked = { flows, units };
      void move(SETTLE_MILLISECONDS);
    },
  };
}
