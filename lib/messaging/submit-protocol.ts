import type { FlowCall } from '../flow/types.ts';
import type { HistoryLock } from './lock-protocol.ts';

/** What a person told, and from where. */
export interface Submission {
  readonly text: string;
  /** The inspected tab, when told in a panel: what is told in a private window stays in memory. */
  readonly tabId?: number;
}

/** What became of something told: it joined a flow, was known already, or is a flow of its own. */
export type Match = 'joined' | 'known' | 'alone';

/** What became of a pasted callback. */
export interface SubmittedCallback {
  readonly flowId: string;
  readonly match: Match;
}

/** What became of the webhooks of one text, in numbers. */
export interface SubmittedWebhooks extends Readonly<Record<Match, number>> {
  /** Entries that are no POST or say nothing of an authorization. */
  readonly skipped: number;
  /** The flow of the last one. */
  readonly flowId: string;
}

/** Where a call belongs: a flow, or the calls of a profile and environment that were run for none. */
export type CallPlace =
  | { readonly flowId: string }
  | {
      readonly profileId: string;
      readonly environmentId: string;
      /** The inspected tab, when it was run in a panel: what is run in a private window stays in memory. */
      readonly tabId?: number;
    };

/** Commands by which a person adds to flows what the browser cannot see. */
export interface SubmitCommands {
  /** Takes a pasted callback; fails when the text is none. */
  submitCallback(submission: Submission): SubmittedCallback;
  /** Takes webhooks that were pasted, or the answer of an inbox; fails when there are none. */
  submitWebhooks(submission: Submission & { readonly inboxUrl?: string }): SubmittedWebhooks;
  /** Pins a flow or takes the pin out; gives whether it is pinned now. */
  pin(flowId: string, pinned: boolean): { readonly pinned: boolean };
  /** Adds a call that the user ran to its flow, or to that of its profile and environment. */
  recordCall(place: CallPlace, call: FlowCall): { readonly recorded: true };
}

/** What is kept on disk, and what could not be. */
export interface HistoryStatus {
  /** Whether flows are kept when the browser closes. */
  readonly on: boolean;
  readonly flows: number;
  /** Size of the flows as JSON in UTF-8. */
  readonly bytes: number;
  /** Flows that had to go because there were too many or they were too big, since the browser started. */
  readonly expired: number;
  /** Flows that the browser lost, as it does when it empties a damaged database, since it started; absent when none. */
  readonly lost?: number;
  /** The lock of the history; absent where there is no passphrase. */
  readonly lock?: Exclude<HistoryLock, 'none'>;
  /** Flows that were in memory only and went when the extension was reloaded or updated; absent when none. */
  readonly interrupted?: number;
  /** Why something could not be read or written, while that lasts. */
  readonly trouble?: string;
}
