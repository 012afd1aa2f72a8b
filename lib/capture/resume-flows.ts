import type { CarriedFlows } from '../storage/carried-flows.ts';
import type { Journal } from '../storage/journal.ts';
import type { LiveCount } from '../storage/live-count.ts';
import type { SessionBeginning } from './session-beginning.ts';

interface ResumeParts {
  readonly carried: Pick<CarriedFlows, 'read'>;
  readonly count: Pick<LiveCount, 'read'>;
  readonly journal: Pick<Journal, 'write'>;
  readonly beginning: () => Promise<SessionBeginning>;
  /** Ids of the tabs that are open. */
  readonly tabs: () => Promise<ReadonlySet<number>>;
}

/**
 * With the first life of the background of which nothing is known: when the extension was reloaded or updated, puts back
 * into the journal what was carried of flows whose tabs are open. Gives how many flows were in memory only, and are gone.
 */
export async function resumeFlows(
  history: boolean,
  { carried, count, journal, beginning, tabs }: ResumeParts,
): Promise<number> {
  const observations = history ? await carried.read() : [];
  const inMemory = history ? 0 : await count.read();
  if (observations.length + inMemory === 0 || (await beginning()) === 'browser-start') return 0;
  const open = observations.length === 0 ? new Set<number>() : await tabs();
  await journal.write(observations.filter(({ tabId }) => open.has(tabId)));
  return inMemory;
}
