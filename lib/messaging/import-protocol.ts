import type { Flow } from '../flow/types.ts';

/** What became of imported flows. */
export interface ImportedFlows {
  /** Ids under which they are kept, in the order given. */
  readonly ids: readonly string[];
  /** Those that were here already, with the same content. */
  readonly already: number;
  /** Those that got a new id because another flow has theirs. */
  readonly renamed: number;
}

/** Commands by which flows come from a file. */
export interface ImportCommands {
  /** Keeps flows that were read from a file. None of those that are here is overwritten. Fails when nothing can be stored. */
  importFlows(flows: readonly Flow[]): ImportedFlows;
}

/** Flows that one command brings at most; a message has a limit too. */
export const MAX_IMPORTED_AT_ONCE = 200;

/** UTF-16 units of JSON in one command, above which no further flow is added to it. */
export const IMPORTED_UNITS_AT_ONCE = 4_000_000;
