import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Background, Failure } from '../../messaging/protocol.ts';

/** Where the local sandbox listens unless it is told otherwise, and its first scenario. */
export const SANDBOX_URL = 'http://127.0.0.1:4600/';
export const FIRST_SCENARIO = `${SANDBOX_URL}scenario/connectpay-all`;

/** How long the sandbox may take to answer, in milliseconds. */
const TIMEOUT = 3_000;

/** How far the first minute has come. */
export type WelcomeStage = 'not begun' | 'looking' | 'no sandbox' | 'waiting' | 'captured' | 'failed';

/** The first-run page: from nothing to a captured callback. */
export interface WelcomeModel {
  readonly stage: ReadonlySignal<WelcomeStage>;
  /** The callback that came, newest first when there are several. */
  readonly callback: ReadonlySignal<FlowSummary | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Looks for the sandbox, records, and opens the first scenario. Call from a click. */
  begin(): Promise<void>;
  openWorkbench(): Promise<void>;
  dispose(): void;
}

export interface WelcomeContext {
  readonly background: Background;
  /** Opens an address in a new tab. */
  readonly open: (url: string) => void;
  readonly send?: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Makes the model; it watches the flows until it is disposed. */
export function createWelcomeModel({
  background,
  open,
  send = (...args) => fetch(...args),
  now = Date.now,
}: WelcomeContext): WelcomeModel {
  const progress = signal<Exclude<WelcomeStage, 'captured'>>('not begun');
  const failure = signal<Failure>();
  const begunAt = signal<number>();
  const flows = signal<ReadonlyMap<string, FlowSummary>>(new Map());
  const callback = computed(() => {
    const since = begunAt.value;
    if (since === undefined) return undefined;
    const came = [...flows.value.values()].filter(({ callbackAt = 0 }) => callbackAt >= since);
    return came.sort((one, other) => (other.callbackAt ?? 0) - (one.callbackAt ?? 0))[0];
  });
  const unsubscribe = background.subscribe((push) => {
    const known = new Map(push.kind === 'snapshot' ? [] : flows.peek());
    for (const flow of push.kind === 'snapshot' ? push.flows : push.changed) known.set(flow.id, flow);
    flows.value = known;
  });
  const answers = async (): Promise<boolean> => {
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      return (await send(SANDBOX_URL, { cache: 'no-store', credentials: 'omit', signal })).ok;
    } catch {
      return false;
    }
  };
  return {
    stage: computed(() => (callback.value ? 'captured' : progress.value)),
    callback,
    failure,
    async begin() {
      progress.value = 'looking';
      if (!(await answers())) {
        progress.value = 'no sandbox';
        return;
      }
      const recording = await background.call('setRecording', true);
      failure.value = recording.ok ? undefined : recording.failure;
      progress.value = recording.ok ? 'waiting' : 'failed';
      if (!recording.ok) return;
      begunAt.value = now();
      open(FIRST_SCENARIO);
    },
    async openWorkbench() {
      const opened = await background.call('openWorkbench', '');
      failure.value = opened.ok ? undefined : opened.failure;
    },
    dispose: unsubscribe,
  };
}
