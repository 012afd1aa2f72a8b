import type { Flow } from '../flow/types.ts';
import type { Skipped } from './reading/tally.ts';

/** Largest file that is read, in bytes. It is read in pieces; of a HAR only the navigations stay in memory. */
export const MAX_IMPORT_BYTES = 300_000_000;

/** What is taken from one file at most; the rest is counted. */
export const IMPORT_LIMITS = {
  /** Entries, or flows of a session. */
  entries: 100_000,
  /** Flows that they give. */
  flows: 5_000,
};

/** What a file turned out to be. */
export type ImportFormat = 'session' | 'har' | 'saml-tracer';

/** What came of a file. */
export interface ImportedFile {
  readonly format: ImportFormat;
  readonly flows: readonly Flow[];
  /** Entries (or flows, in a session) that the file has. */
  readonly entries: number;
  /** Those of them that were not used, by reason. */
  readonly skipped: readonly Skipped[];
}
