import type { Area } from './journal.ts';

const KEY = 'history:deleted';

/**
 * Ids of flows that were deleted and can still be brought back. They lie in storage.local beside the archive, so that a
 * browser that closes meanwhile does not bring them back by itself.
 */
export interface DeletedFlows {
  add(ids: readonly string[]): Promise<void>;
  take(ids: readonly string[]): Promise<void>;
  read(): Promise<readonly string[]>;
}

export function createDeletedFlows(area: Area): DeletedFlows {
  let turn: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<readonly string[]> => {
    const stored = (await area.get(KEY))[KEY];
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  };
  const change = (make: (ids: readonly string[]) => readonly string[]): Promise<void> => {
    const changed = turn.then(async () => {
      const ids = make(await read());
      await (ids.length === 0 ? area.remove([KEY]) : area.set({ [KEY]: ids }));
    });
    turn = changed.catch(() => undefined);
    return changed;
  };
  return {
    read,
    add: (ids) => change((known) => [...new Set([...known, ...ids])]),
    take: (ids) => {
      const gone = new Set(ids);
      return change((known) => known.filter((id) => !gone.has(id)));
    },
  };
}
