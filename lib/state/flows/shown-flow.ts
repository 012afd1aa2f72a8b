import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Flow } from '../../flow/types.ts';
import type { Background, Failure } from '../../messaging/protocol.ts';
import type { Later } from './paced-flow.ts';

/** Milliseconds for which a flow that nobody chose may have begun before it takes the place of the one that is shown. */
export const BEGIN_PAUSE = 100;

/** Milliseconds to wait for a flow before its summary is shown without it. */
const ANSWER_PAUSE = 100;

/** What the detail shows: both of the same flow, and of the same state of it once that is known. */
export interface FlowInDetail {
  readonly summary: FlowSummary;
  /** Absent until the background gave it. */
  readonly flow?: Flow;
}

/** The whole flow behind a summary. */
export interface ShownFlow {
  readonly detail: ReadonlySignal<FlowInDetail | undefined>;
  readonly flow: ReadonlySignal<Flow | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  dispose(): void;
}

interface ShownFlowParts {
  readonly background: Background;
  readonly shown: ReadonlySignal<FlowSummary | undefined>;
  /** Whether somebody chose this flow; it then takes its place at once. */
  readonly isChosen: (id: string) => boolean;
  readonly later: Later;
}

/**
 * Fetches the whole flow whenever another summary, or another revision of it, is shown, and changes the detail once for
 * both. Late answers are dropped. The newest flow, which nobody chose, is fetched when it has been there for a moment or is
 * over, so that in a burst of flows each is drawn about once.
 */
export function createShownFlow({ background, shown, isChosen, later }: ShownFlowParts): ShownFlow {
  const detail = signal<FlowInDetail>();
  const failure = signal<Failure>();
  let asked = '';
  let cancel: (() => void) | undefined;
  /** A flow has begun, and the one before it is still shown. */
  let pausing = false;

  const wait = (run: () => void, milliseconds: number): void => {
    cancel?.();
    cancel = later(run, milliseconds);
  };
  /** Shows the summary as it is now, with what is known of its flow. */
  const show = (flow?: Flow): void => {
    cancel?.();
    cancel = undefined;
    pausing = false;
    const summary = shown.peek();
    const before = detail.peek();
    const known = flow ?? (before?.summary.id === summary?.id ? before?.flow : undefined);
    detail.value = summary && { summary, ...(known ? { flow: known } : {}) };
  };
  const fetch = (): void => {
    const id = shown.peek()?.id;
    const key = asked;
    pausing = false;
    if (id === undefined) return;
    if (detail.peek()?.summary.id !== id && (isChosen(id) || !detail.peek())) show();
    wait(show, ANSWER_PAUSE);
    void background.call('flow', id).then((outcome) => {
      if (asked !== key) return;
      if (!outcome.ok) failure.value = outcome.failure;
      show(outcome.ok ? outcome.value : undefined);
    });
  };

  const stop = effect(() => {
    const summary = shown.value;
    const key = summary ? `${summary.revision} ${summary.id}` : '';
    const before = detail.peek()?.summary;
    if (key === asked) {
      // Something else of it changed, such as how many findings it has.
      if (summary && before?.id === summary.id && before.revision === summary.revision) show();
      return;
    }
    asked = key;
    failure.value = undefined;
    if (!summary) return show();
    // A callback is shown at once, also while its application has not answered.
    const waits = summary.status === 'open' && summary.callbackAt === undefined;
    const begins = waits && before && before.id !== summary.id && !isChosen(summary.id);
    if (!begins) return fetch();
    if (!pausing) wait(fetch, BEGIN_PAUSE);
    pausing = true;
  });
  return {
    detail,
    flow: computed(() => detail.value?.flow),
    failure,
    dispose() {
      stop();
      cancel?.();
    },
  };
}
