import { type ReadonlySignal, signal } from '@preact/signals';
import type { Background, Failure } from '../../messaging/protocol.ts';

/** How far erasing has come. */
export type EraseStage = 'resting' | 'asking' | 'erasing' | 'erased';

/** Erasing everything: asked first, since it cannot be undone. Nothing here throws; what failed is in `failure`. */
export interface EraseModel {
  readonly stage: ReadonlySignal<EraseStage>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  ask(): void;
  cancel(): void;
  /** Does nothing unless it was asked before. */
  confirm(): Promise<void>;
}

/** Makes the model over the background. */
export function createEraseModel(background: Pick<Background, 'call'>): EraseModel {
  const stage = signal<EraseStage>('resting');
  const failure = signal<Failure>();
  return {
    stage,
    failure,
    ask() {
      failure.value = undefined;
      stage.value = 'asking';
    },
    cancel() {
      if (stage.peek() === 'asking') stage.value = 'resting';
    },
    async confirm() {
      if (stage.peek() !== 'asking') return;
      stage.value = 'erasing';
      const outcome = await background.call('eraseEverything');
      failure.value = outcome.ok ? undefined : outcome.failure;
      stage.value = outcome.ok ? 'erased' : 'resting';
    },
  };
}
