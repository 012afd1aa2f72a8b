import type { FlowSummary } from '../flow/summary-types.ts';

/** What is known of an archived flow without reading it. */
export interface IndexRow {
  readonly summary: FlowSummary;
  /** The flow as JSON in UTF-8. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly pinned: boolean;
  /** Absent where more is known than a callback. */
  readonly requestSeen?: boolean;
  readonly initiator?: string;
}

/** Rows that are read, encrypted and written together. */
export interface IndexPage {
  readonly id: string;
  readonly rows: readonly IndexRow[];
}

/** Rows on a page: few, since a flow that changes rewrites its page; not one, since ten thousand flows are read at start. */
export const ROWS_ON_PAGE = 32;

/** Rows of an archive on pages, in memory. A change costs the same however many rows there are. */
export interface ArchiveIndex {
  rows(): readonly IndexRow[];
  has(flowId: string): boolean;
  /** Adds or replaces rows. Gives the pages that changed. */
  put(rows: readonly IndexRow[]): readonly IndexPage[];
  /** Gives the pages that changed; those without rows can be deleted. */
  remove(flowIds: readonly string[]): readonly IndexPage[];
}

/** @param newId gives ids of new pages */
export function createArchiveIndex(
  stored: readonly IndexPage[],
  newId = () => crypto.randomUUID() as string,
): ArchiveIndex {
  const pages = new Map<string, Map<string, IndexRow>>();
  const pageOf = new Map<string, string>();
  const roomy = new Set<string>();

  const settle = (id: string): void => {
    const size = pages.get(id)?.size ?? 0;
    if (size > 0 && size < ROWS_ON_PAGE) roomy.add(id);
    else roomy.delete(id);
    if (size === 0) pages.delete(id);
  };
  const place = (row: IndexRow, pageId: string): void => {
    const page = pages.get(pageId) ?? new Map<string, IndexRow>();
    pages.set(pageId, page.set(row.summary.id, row));
    pageOf.set(row.summary.id, pageId);
    settle(pageId);
  };
  const changed = (ids: ReadonlySet<string>): readonly IndexPage[] =>
    [...ids].map((id) => ({ id, rows: [...(pages.get(id)?.values() ?? [])] }));

  for (const { id, rows } of stored) for (const row of rows) if (!pageOf.has(row.summary.id)) place(row, id);

  return {
    rows: () => [...pages.values()].flatMap((page) => [...page.values()]),
    has: (flowId) => pageOf.has(flowId),
    put(rows) {
      const touched = new Set<string>();
      for (const row of rows) {
        const [first = newId()] = roomy;
        const pageId = pageOf.get(row.summary.id) ?? first;
        place(row, pageId);
        touched.add(pageId);
      }
      return changed(touched);
    },
    remove(flowIds) {
      const touched = new Set<string>();
      for (const flowId of flowIds) {
        const pageId = pageOf.get(flowId);
        if (pageId === undefined) continue;
        pages.get(pageId)?.delete(flowId);
        pageOf.delete(flowId);
        settle(pageId);
        touched.add(pageId);
      }
      return changed(touched);
    },
  };
}
