import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Flow } from '../../flow/types.ts';
import type { Background, Failure } from '../../messaging/protocol.ts';

/** The whole flow behind a summary. */
export interface ShownFlow {
  readonly flow: ReadonlySignal<Flow | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  dispose(): void;
}

/** Fetches the whole flow whenever another summary, or another revision of it, is shown. Late answers are dropped. */
export function createShownFlow(
  background: Background,
  shown: ReadonlySignal<FlowSummary | undefined>,
): ShownFlow {
  const flow = signal<Flow>();
  const failure = signal<Failure>();
  let asked = '';
  const dispose = effect(() => {
    const summary = shown.value;
    const key = summary ? `${summary.revision} ${summary.id}` : '';
    if (key === asked) return;
    asked = key;
    if (flow.peek()?.id !== summary?.id) flow.value = undefined;
    failure.value = undefined;
    if (!summary) return;
    void background.call('flow', summary.id).then((outcome) => {
      if (asked !== key) return;
      if (outcome.ok) flow.value = outcome.value;
      else failure.value = outcome.failure;
    });
  });
  return { flow, failure, dispose };
}
