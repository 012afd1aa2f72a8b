import type { Flow } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Finding } from '../rules/types.ts';

/** A flow with what the rules found in it. */
export interface EvaluatedFlow {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  /** Rules that had something to say and are silenced for the flow's profile. */
  readonly silenced?: readonly string[];
}

/** What is exported, and what a file says of its origin. */
export interface ExportInput {
  /** The profiles that are known. */
  readonly catalogue: Catalogue;
  /** In the order in which they are written. */
  readonly flows: readonly EvaluatedFlow[];
  /** The extension's version. */
  readonly version: string;
  /** Moment of the export, milliseconds since the epoch. */
  readonly now: number;
  /** True when secrets were taken out before. */
  readonly redacted: boolean;
}
