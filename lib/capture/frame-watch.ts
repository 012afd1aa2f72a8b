import type { TabLeft } from '../flow/observation.ts';
import { isOutstanding } from '../flow/status.ts';
import type { Flow } from '../flow/types.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';

export interface FrameWatchParts {
  /** Flows in memory, in the order of their start. */
  readonly flows: () => readonly Flow[];
  /** Whether the browser still has a frame. */
  readonly isThere: (tabId: number, frameId: number) => Promise<boolean>;
  readonly record: (observation: TabLeft) => void;
  readonly metadata: (at: number) => EventMetadata;
  readonly now: () => number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

/** Milliseconds between two looks. */
export const LOOK_EVERY = 2_000;

/** Milliseconds after its start in which a flow's frame is looked for. */
export const LOOK_FOR = 120_000;

/**
 * Notices that a page took away the frame of a flow, as client libraries do with a hidden frame that gives no answer in time:
 * no browser reports that. A frame counts as gone when two looks in a row miss it.
 */
export function createFrameWatch(parts: FrameWatchParts): { flowsChanged(): void } {
  const { flows, isThere, record, metadata, now, later } = parts;
  let planned = false;
  let missing: ReadonlySet<string> = new Set();

  const watched = (): readonly Flow[] => {
    const all = flows();
    const since = now() - LOOK_FOR;
    const found: Flow[] = [];
    for (let index = all.length - 1; index >= 0; index--) {
      const flow = all[index];
      if (!flow || flow.startedAt < since) break;
      if (flow.frameId !== 0 && isOutstanding(flow) && isShown(flow)) found.push(flow);
    }
    return found;
  };

  const look = async (): Promise<void> => {
    const gone = new Set<string>();
    for (const { id, tabId, frameId } of watched()) {
      if (await isThere(tabId, frameId)) continue;
      if (!missing.has(id)) gone.add(id);
      else
        record({ ...metadata(now()), kind: 'left', eventSource: 'tab', tabId, frameId, frameRemoved: true });
    }
    missing = gone;
  };

  const plan = (): void => {
    if (planned || watched().length === 0) return;
    planned = true;
    later(() => {
      void look().finally(() => {
        planned = false;
        plan();
      });
    }, LOOK_EVERY);
  };

  return { flowsChanged: plan };
}

/** True once the frame shows a page, or its request was cut off: before that, a browser need not know the frame. */
function isShown({ hops }: Flow): boolean {
  const last = hops.at(-1);
  return last?.error !== undefined || (last?.status !== undefined && last.location === undefined);
}
