import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Background, CaptureStatus, CommandOutcome, Failure } from '../../messaging/protocol.ts';
import type { RecordingMode } from '../../storage/settings.ts';

/** Callbacks that the popup lists. */
export const RECENT_CALLBACKS = 8;

/** What the popup shows. */
export interface PopupModel {
  /** Undefined until the background answered. */
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  readonly callbacks: ReadonlySignal<readonly FlowSummary[] | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  setRecording(on: boolean): Promise<void>;
  setRecordingMode(mode: RecordingMode): Promise<void>;
  /** Switches holding on for the callbacks chosen before, or for all. */
  setHold(on: boolean): Promise<void>;
  dispose(): void;
}

/** Follows the background for as long as the popup is open; what is shown in it counts as seen. */
export function createPopupModel(background: Background): PopupModel {
  const status = signal<CaptureStatus>();
  const callbacks = signal<readonly FlowSummary[]>();
  const failure = signal<Failure>();
  let asked = 0;

  const look = async (): Promise<void> => {
    const question = ++asked;
    const outcome = await background.call('recentCallbacks', RECENT_CALLBACKS);
    if (question !== asked) return;
    batch(() => {
      failure.value = outcome.ok ? undefined : outcome.failure;
      if (outcome.ok) callbacks.value = outcome.value;
    });
  };
  const accept = (outcome: CommandOutcome<CaptureStatus>): void =>
    batch(() => {
      failure.value = outcome.ok ? undefined : outcome.failure;
      if (outcome.ok) status.value = outcome.value;
    });
  const unsubscribe = background.subscribe((push) => {
    status.value = push.status;
    void look();
    if (push.status.unseen > 0) void background.call('markSeen');
  });

  return {
    status,
    callbacks,
    failure,
    setRecording: async (on) => accept(await background.call('setRecording', on)),
    setRecordingMode: async (mode) => accept(await background.call('setRecordingMode', mode)),
    async setHold(on) {
      const only = status.peek()?.hold.only;
      const outcome = await background.call('setHold', { on, ...(only ? { only } : {}) });
      batch(() => {
        failure.value = outcome.ok ? undefined : outcome.failure;
        const known = status.peek();
        if (outcome.ok && known) status.value = { ...known, hold: outcome.value };
      });
    },
    dispose: unsubscribe,
  };
}
