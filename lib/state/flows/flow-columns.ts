import type { MessageName } from '../../i18n/t.ts';

/**
 * The columns of the list of flows, in their order, with the widths that they have before somebody chose others; widths are
 * in CSS pixels.
 */
export const FLOW_COLUMNS = [
  { id: 'status', name: 'flowsColumnStatus', width: 84 },
  { id: 'provider', name: 'flowsColumnProvider', width: 96 },
  { id: 'outcome', name: 'flowsColumnOutcome', width: 160 },
  { id: 'client', name: 'flowsColumnClient', width: 96 },
  { id: 'findings', name: 'flowsColumnFindings', width: 30 },
  { id: 'start', name: 'flowsColumnStart', width: 58 },
  { id: 'duration', name: 'flowsColumnDuration', width: 52 },
] as const satisfies readonly { readonly id: string; readonly name: MessageName; readonly width: number }[];

export type FlowColumn = (typeof FLOW_COLUMNS)[number]['id'];

/** Bounds of a column's width in CSS pixels. */
export const COLUMN_WIDTH = { least: 20, most: 1_000 } as const;

/** How the list of flows is arranged; remembered. */
export interface FlowArrangement {
  readonly sort: FlowColumn;
  readonly descending: boolean;
  readonly hidden: readonly FlowColumn[];
  /** Widths that the user chose. */
  readonly widths: Readonly<Partial<Record<FlowColumn, number>>>;
}

export const DEFAULT_ARRANGEMENT: FlowArrangement = {
  sort: 'start',
  descending: true,
  hidden: [],
  widths: {},
};

/** What a stored arrangement means; what is not understood of it has its default. */
export function readArrangement(stored: {
  readonly sort: string;
  readonly descending: boolean;
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}): FlowArrangement {
  const known = FLOW_COLUMNS.map(({ id }) => id);
  const sort = known.find((id) => id === stored.sort);
  const hidden = known.filter((id) => stored.hidden.includes(id));
  return {
    ...(sort === undefined
      ? { sort: DEFAULT_ARRANGEMENT.sort, descending: DEFAULT_ARRANGEMENT.descending }
      : { sort, descending: stored.descending }),
    // A list without a column cannot be told from an empty one.
    hidden: hidden.length === known.length ? [] : hidden,
    widths: Object.fromEntries(
      known.flatMap((id) => {
        const width = stored.widths[id];
        return width === undefined ? [] : [[id, boundedWidth(width)] as const];
      }),
    ),
  };
}

/** A width within its bounds, in whole pixels. */
export function boundedWidth(width: number): number {
  return Math.round(Math.min(COLUMN_WIDTH.most, Math.max(COLUMN_WIDTH.least, width)));
}
