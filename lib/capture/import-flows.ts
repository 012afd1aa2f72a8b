import { storedFlow } from '../flow/schema/stored-flow.ts';
import type { Flow } from '../flow/types.ts';
import { CommandError } from '../messaging/command-error.ts';
import { type ImportedFlows, MAX_IMPORTED_AT_ONCE } from '../messaging/import-protocol.ts';
import type { FlowStore } from './flow-store.ts';

/**
 * Keeps flows that were read from a file. A flow that is here already is not kept twice; another flow with the same id is
 * not overwritten: the imported one gets a new id.
 */
export async function importFlows(
  flows: readonly Flow[],
  store: Pick<FlowStore, 'flow' | 'adopt'>,
): Promise<ImportedFlows> {
  const taken = new Map<string, Flow>();
  const known = async (id: string): Promise<Flow | undefined> => taken.get(id) ?? store.flow(id);
  let already = 0;
  let renamed = 0;
  for (const flow of flows.slice(0, MAX_IMPORTED_AT_ONCE)) {
    const content = contentOf(flow);
    for (let attempt = 0; ; attempt++) {
      const id = attempt === 0 ? flow.id : `${flow.id}.i${attempt}`;
      const other = await known(id);
      if (other === undefined) {
        taken.set(id, { ...asImported(flow), id });
        if (attempt > 0) renamed++;
        break;
      }
      if (contentOf(other) === content) {
        already++;
        break;
      }
    }
  }
  await store.adopt([...taken.values()]).catch((error: unknown) => {
    throw new CommandError({
      code: 'import-not-stored',
      message: `The browser could not store the flows: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: 'Free some disk space, or leave private browsing, and import the file again.',
    });
  });
  return { ids: [...taken.keys()], already, renamed };
}

/** A flow from elsewhere is of no tab of this browser, is not private here, and waits for nothing. */
function asImported(flow: Flow): Flow {
  const { openerTabId: _, hold, ...rest } = flow;
  const waits = flow.status === 'open' || flow.status === 'held';
  return {
    ...rest,
    tabId: -1,
    private: false,
    status: waits ? 'abandoned' : flow.status,
    ...(flow.status === 'open' ? { abandoned: 'left by the user' } : {}),
    ...(hold
      ? { hold: hold.kind === 'held' ? { ...hold, kind: 'dropped', droppedAt: hold.heldAt } : hold }
      : {}),
    marks: [...flow.marks.filter((mark) => mark !== 'private' && mark !== 'imported'), 'imported'],
  };
}

/** What makes two flows the same: everything but how they are kept here. */
function contentOf(flow: Flow): string {
  const { pinned: _, ...rest } = asImported(flow);
  return JSON.stringify(storedFlow({ ...rest, id: '', revision: 0 }), sorted);
}

/** Members in the order of their names, as two readers may write them differently. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
