import type { FlowCookies } from '../flow/cookies/cookie-types.ts';
import type { CallKeys } from '../flow/match-call.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import type { OtherFlow } from '../rules/types.ts';
import type { RecordingMode } from '../storage/settings.ts';
import type { HoldCommands, HoldStatus } from './hold-protocol.ts';
import type { ImportCommands } from './import-protocol.ts';
import type { LockCommands } from './lock-protocol.ts';
import type { HistoryStatus, SubmitCommands } from './submit-protocol.ts';

/** Where a launched authorize request opens; `phone` opens nothing and waits for what a person tells. */
export type LaunchTarget = 'this-tab' | 'new-tab' | 'private-window' | 'phone';

export interface LaunchOrder {
  /** The finished authorize URL. */
  readonly url: string;
  readonly target: LaunchTarget;
  /** The tab that `this-tab` means; the active tab when absent. */
  readonly tabId?: number;
  readonly profileId: string;
  readonly environmentId: string;
  readonly redirectUri?: string;
  readonly state?: string;
}

/** An error as a value: `code` for programs, a sentence and a remedy for people. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export type CommandOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** What the background is doing, shown in the status line. */
export interface CaptureStatus {
  /** Whether observations count now. */
  readonly recording: boolean;
  /** What the user chose. */
  readonly recordingMode: RecordingMode;
  readonly flows: number;
  readonly held: number;
  readonly hold: HoldStatus;
  /** Observations that could not be kept, and why the last one could not. */
  readonly dropped: number;
  readonly droppedReason?: string;
  /** Callbacks that a tab showed and no listener reported, since the browser started. */
  readonly missed: number;
  /** Callbacks since somebody last looked. */
  readonly unseen: number;
  /** True when every site's hops can be seen, else only those of {@link accessOrigins}. */
  readonly allSites: boolean;
  /** Match patterns to which access is granted. */
  readonly accessOrigins: readonly string[];
  /** Whether the extension may run in private windows. */
  readonly privateAllowed: boolean;
  /** What is kept on disk. */
  readonly history?: HistoryStatus;
}

/** Which flows a command is about. */
export type Scope = { readonly tabId: number } | { readonly flowIds: readonly string[] } | 'all';

/**
 * Commands that our own pages may send to the background, as function signatures. Results travel as values; a command
 * that fails gives a {@link Failure}.
 */
export interface Commands extends HoldCommands, SubmitCommands, ImportCommands, LockCommands {
  status(): CaptureStatus;
  /**
   * Off chooses `off`. On records from now on: for as long as a panel or the workbench is open, and without any until the
   * browser closes.
   */
  setRecording(on: boolean): CaptureStatus;
  /** Chooses when recording happens; remembered. */
  setRecordingMode(mode: RecordingMode): CaptureStatus;
  /** The whole flow, or undefined when it was cleared. */
  flow(id: string): Flow | undefined;
  /** The flow that a call of a page belongs to, while flows are recorded; undefined when there is none. */
  flowOfCall(keys: CallKeys): string | undefined;
  /**
   * Cookies of requests of an inspected tab; they join the flows of that tab to which they belong, while flows are recorded.
   * Gives how many flows got some.
   */
  recordCookies(tabId: number, cookies: FlowCookies): { readonly flows: number };
  /** Flows that share a state, nonce, challenge or code with this one, oldest first; for rules about reuse. */
  others(id: string): readonly OtherFlow[];
  /** Newest first, at most `limit`. */
  recentCallbacks(limit: number): readonly FlowSummary[];
  launch(order: LaunchOrder): { readonly tabId: number };
  /** Removes flows; they can be brought back for {@link UNDO_MILLISECONDS}. Gives how many. */
  clear(scope: Scope): { readonly cleared: number; readonly undoId: string };
  undoClear(undoId: string): { readonly restored: number };
  /** Resets the badge. */
  markSeen(): CaptureStatus;
  /** Opens the workbench in a tab of the browser, with this fragment (`#settings`, or empty). */
  openWorkbench(fragment: string): void;
  /** Looks at every tab for a callback that no listener reported. Gives how many were found. */
  lookAtTabs(): { readonly found: number };
  /**
   * Erases flows, history, keys, settings, saved step values, own profiles and what this browser session remembers; then
   * restarts the extension, which closes its pages. Fails when something could not be erased, and then says what.
   */
  eraseEverything(): { readonly erased: true };
}

export const UNDO_MILLISECONDS = 10_000;

export type CommandName = keyof Commands;
export type CommandArguments<K extends CommandName> = Parameters<Commands[K]>;
export type CommandResult<K extends CommandName> = ReturnType<Commands[K]>;

/** Sent by a page on its port when it connects or reconnects. */
export interface Subscribe {
  readonly kind: 'subscribe';
  /** Epoch and sequence number of the last message it received. */
  readonly epoch?: string;
  readonly after?: number;
}

/** Pushed by the background. `epoch` names one life of the background; a new one begins with a snapshot. */
export type Push =
  | {
      readonly kind: 'snapshot';
      readonly epoch: string;
      readonly sequence: number;
      readonly flows: readonly FlowSummary[];
      readonly status: CaptureStatus;
    }
  | {
      readonly kind: 'changes';
      readonly epoch: string;
      readonly sequence: number;
      readonly changed: readonly FlowSummary[];
      readonly removed: readonly string[];
      readonly status: CaptureStatus;
    };

/** Name of the port on which flows are pushed. */
export const FLOWS_PORT = 'grantscope:flows';

/** Who answers commands and pushes flows: the background over runtime messages, or memory in a test. */
export interface Background {
  call<K extends CommandName>(
    name: K,
    ...args: CommandArguments<K>
  ): Promise<CommandOutcome<CommandResult<K>>>;
  /** Calls back at once with a snapshot and then with changes; reconnects by itself. Returns how to stop. */
  subscribe(listener: (push: Push) => void): () => void;
}
