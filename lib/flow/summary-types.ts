import type { FlowKind } from './flow-kind.ts';
import type { Outcome } from './outcome-types.ts';
import type { FlowMark, FlowStatus } from './types.ts';

/** Longest value, in UTF-16 units, that a summary carries; the flow itself has it whole. */
export const MAX_SUMMARY_VALUE = 4_096;

/** One row of the list of flows: everything a list, the popup or a filter needs, and nothing that grows with hops. */
export interface FlowSummary {
  readonly id: string;
  readonly revision: number;
  readonly status: FlowStatus;
  readonly profileId: string;
  /** Display name of the provider. */
  readonly provider: string;
  readonly clientId?: string;
  /** Host of the authorization endpoint, or of the callback when no request was seen. */
  readonly host: string;
  readonly tabId: number;
  readonly openerTabId?: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds from the authorize request to the callback, when both were seen. */
  readonly duration?: number;
  readonly callbackAt?: number;
  readonly channel?: string;
  readonly code?: string;
  /** The state that came back, else the one that was sent. */
  readonly state?: string;
  readonly flowid?: string;
  readonly error?: string;
  /** What became of the attempt, the rules' findings included; its texts are cut like the others. */
  readonly outcome: Outcome;
  /** A sign-in when absent. */
  readonly kind?: Exclude<FlowKind, 'sign-in'>;
  readonly hops: number;
  readonly errors: number;
  readonly warnings: number;
  readonly marks: readonly FlowMark[];
  readonly pinned?: true;
}
