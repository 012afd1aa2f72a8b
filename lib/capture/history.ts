import { leavingOrder } from '../flow/leaving-order.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import type { HistoryStatus } from '../messaging/submit-protocol.ts';
import type { CountedArchive } from '../storage/counted-archive.ts';
import { MAX_KEPT_BYTES, MAX_KEPT_FLOWS } from '../storage/history-limits.ts';

export interface HistoryParts {
  readonly archive: CountedArchive;
  readonly live: () => readonly Flow[];
  readonly summary: (flow: Flow) => FlowSummary;
  /** Called with the ids of flows that had to leave the disk. */
  readonly onExpired: (ids: readonly string[]) => void;
  /** Reads what the disk held while it could not be read. */
  readonly catchUp: () => Promise<void>;
  /** Called when trouble with the disk begins, changes or ends. */
  readonly onTrouble: () => void;
  readonly caps?: { readonly flows: number; readonly bytes: number };
}

/**
 * Writes live flows to disk with every change, while history is kept. A flow counts only once it is known not to be of a
 * private window. Nothing here rejects: what could not be written stays in memory, and is tried again with the next change
 * and every few seconds.
 */
export interface History {
  setOn(on: boolean): void;
  changed(ids: Iterable<string>): void;
  removed(ids: readonly string[]): void;
  /** Tells that the disk failed elsewhere. */
  failed(error: unknown): void;
  /** Takes flows that are not pinned off the disk while there is too much on it: see {@link leavingOrder}. */
  trim(): Promise<void>;
  status(): Promise<Omit<HistoryStatus, 'expired'>>;
  /** Resolves when all that is known of was written or given up. */
  settled(): Promise<void>;
}

/** Milliseconds after which a disk that failed is tried again. */
const RETRY_AFTER = 5_000;

const CAPS = { flows: MAX_KEPT_FLOWS, bytes: MAX_KEPT_BYTES };

export function createHistory(parts: HistoryParts): History {
  const { archive, live, summary, catchUp, onExpired, onTrouble, caps = CAPS } = parts;
  const dirty = new Set<string>();
  const gone = new Set<string>();
  let on = false;
  /** Whether something changed since the last writing began. */
  let again = false;
  let writing: Promise<void> | undefined;
  let trouble: string | undefined;
  let retrying = false;
  /** What is being written now. */
  let underway: ReadonlySet<string> = new Set();

  const setTrouble = (next: string | undefined): void => {
    if (trouble === next) return;
    trouble = next;
    onTrouble();
  };
  const waiting = (): number =>
    live().filter(({ id, private: secret }) => (dirty.has(id) || underway.has(id)) && secret === false)
      .length;
  const failed = (error: unknown): void => {
    setTrouble(troubleOf(error));
    if (retrying) return;
    retrying = true;
    setTimeout(() => {
      retrying = false;
      write();
    }, RETRY_AFTER);
  };

  const writeOnce = async (): Promise<void> => {
    if (trouble !== undefined) await catchUp();
    if (!on) {
      setTrouble(undefined);
      return;
    }
    const ids = new Set(dirty);
    const left = [...gone];
    underway = ids;
    dirty.clear();
    gone.clear();
    const changed = live().filter((flow) => ids.has(flow.id));
    const kept = changed.filter((flow) => flow.private === false);
    const secret = changed.filter((flow) => flow.private === true).map(({ id }) => id);
    try {
      if (left.length + secret.length > 0) await archive.remove([...left, ...secret]);
      if (kept.length > 0) await archive.put(kept.map((flow) => ({ flow, summary: summary(flow) })));
      setTrouble(undefined);
    } catch (error) {
      for (const id of ids) dirty.add(id);
      for (const id of left) gone.add(id);
      throw error;
    } finally {
      underway = new Set();
    }
    if (kept.length > 0) await trim();
  };
  const write = (): void => {
    again = on || trouble !== undefined;
    if (writing || !again) return;
    again = false;
    writing = writeOnce()
      .catch(failed)
      .finally(() => {
        writing = undefined;
        if (again) write();
      });
  };
  const trim = async (): Promise<void> => {
    const usage = await archive.usage();
    let { flows, bytes } = usage;
    if (flows <= caps.flows && bytes <= caps.bytes) return;
    const expired: string[] = [];
    const sizes = (await archive.sizes()).filter(({ pinned }) => !pinned);
    for (const size of leavingOrder(sizes.toSorted((a, b) => a.startedAt - b.startedAt))) {
      if (flows <= caps.flows && bytes <= caps.bytes) break;
      expired.push(size.id);
      flows -= 1;
      bytes -= size.bytes;
    }
    if (expired.length === 0) return;
    await archive.remove(expired);
    onExpired(expired);
  };

  return {
    setOn(next) {
      if (on === next) return;
      on = next;
      if (!on) return;
      for (const { id } of live()) dirty.add(id);
      write();
    },
    changed(ids) {
      if (!on) return;
      for (const id of ids) dirty.add(id);
      write();
    },
    removed(ids) {
      if (!on) return;
      for (const id of ids) gone.add(id);
      write();
    },
    failed,
    trim: () => trim().catch(failed),
    async status() {
      const usage = await archive.usage().catch(() => ({ flows: 0, bytes: 0 }));
      const lost = trouble === undefined ? 0 : waiting();
      const memory = lost === 0 ? '' : `; ${lost === 1 ? '1 flow is' : `${lost} flows are`} in memory only`;
      return { on, ...usage, ...(trouble === undefined ? {} : { trouble: trouble + memory }) };
    },
    async settled() {
      while (writing) await writing;
    },
  };
}

function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the browser’s storage failed';
  if (error.name === 'QuotaExceededError') return 'the disk is full';
  if (error.name === 'LockedError') return 'the history is locked';
  return `the browser’s storage failed (${error.message.slice(0, 200).replace(/\.$/, '')})`;
}
