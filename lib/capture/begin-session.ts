import { endSession } from '../flow/earlier-session.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Archive } from '../storage/archive.ts';
import type { DeletedFlows } from '../storage/deleted-flows.ts';
import type { Settings, SettingsStore } from '../storage/settings.ts';
import { evaluateRecorded } from './evaluate-recorded.ts';

export interface SessionParts {
  readonly archive: Archive;
  readonly settings: SettingsStore;
  readonly deleted: DeletedFlows;
  /** A mark that is gone when the browser was closed. */
  readonly mark: { read(): Promise<boolean>; write(): Promise<void> };
  readonly now: () => number;
  readonly catalogue: () => Catalogue;
}

/**
 * With the first life of the background in a browser session: wipes what an earlier session left on disk, or, when
 * history is kept, makes it the past. The mark is written last, so that a background that dies before begins again.
 */
export async function beginSession(parts: SessionParts): Promise<void> {
  const { archive, settings, deleted, mark, now } = parts;
  if (await mark.read()) return;
  const { history, silenced } = await settings.read();
  const gone = await deleted.read();
  if (history) {
    if (gone.length > 0) await archive.remove(gone);
    await endFlows(archive, now(), silenced, parts.catalogue());
  } else await archive.clear();
  if (gone.length > 0) await deleted.take(gone);
  await mark.write();
}

/** Flows rewritten in one transaction. */
const BATCH = 100;

async function endFlows(
  archive: Archive,
  now: number,
  silenced: Settings['silenced'],
  catalogue: Catalogue,
): Promise<void> {
  const summaries = await archive.summaries();
  const ids = summaries.filter(({ marks }) => !marks.includes('earlier-session')).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BATCH) {
    const flows = await Promise.all(ids.slice(from, from + BATCH).map((id) => archive.flow(id)));
    const ended = flows.flatMap((flow) => (flow ? [endSession(flow)] : []));
    await archive.put(
      ended.map((flow) => ({
        flow,
        summary: evaluateRecorded(flow, now, { catalogue, silenced: new Set(silenced[flow.profileId]) }),
      })),
    );
  }
}
