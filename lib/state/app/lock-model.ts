import { type ReadonlySignal, signal } from '@preact/signals';
import type { LockOrder } from '../../messaging/lock-protocol.ts';
import type { Background, Failure } from '../../messaging/protocol.ts';

/** The lock of the history as a page works it. Nothing here throws; what failed is in `failure`. */
export interface LockModel {
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Gives whether it was done. */
  run(order: LockOrder): Promise<boolean>;
}

/** Makes the model over the background. */
export function createLockModel(background: Pick<Background, 'call'>): LockModel {
  const busy = signal(false);
  const failure = signal<Failure>();
  return {
    busy,
    failure,
    async run(order) {
      if (busy.peek()) return false;
      busy.value = true;
      const outcome = await background.call('lockHistory', order);
      failure.value = outcome.ok ? undefined : outcome.failure;
      busy.value = false;
      return outcome.ok;
    },
  };
}
