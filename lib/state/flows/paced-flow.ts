import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { isOutstanding } from '../../flow/status.ts';
import type { Flow } from '../../flow/types.ts';

/** Milliseconds between two evaluations of the shown flow while it changes. */
export const EVALUATE_INTERVAL = 100;

/** Runs something later; the function it gives takes that back. */
export type Later = (run: () => void, milliseconds: number) => () => void;

/**
 * The shown flow, for what costs more than showing it: at once when it is another one that is over, a moment later when it
 * has just begun, and in a burst of changes once in each interval, its last state included. Nothing while the flow to come
 * is another one.
 * @param now milliseconds of a clock that never goes back
 */
export function createPacedFlow(
  flow: ReadonlySignal<Flow | undefined>,
  { now, later }: { readonly now: () => number; readonly later: Later },
): { readonly flow: ReadonlySignal<Flow | undefined>; dispose(): void } {
  const paced = signal<Flow>();
  let last = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;
  const give = (): void => {
    cancel?.();
    cancel = undefined;
    last = now();
    paced.value = flow.peek();
  };
  const stop = effect(() => {
    const shown = flow.value;
    const known = paced.peek();
    if (known?.id !== shown?.id) paced.value = undefined;
    if (!shown || shown === known) return;
    const begins = known?.id !== shown.id && isOutstanding(shown);
    const wait = Math.max(last + EVALUATE_INTERVAL - now(), begins ? EVALUATE_INTERVAL : 0);
    if (wait <= 0) give();
    else cancel ??= later(give, wait);
  });
  return {
    flow: paced,
    dispose() {
      stop();
      cancel?.();
    },
  };
}
