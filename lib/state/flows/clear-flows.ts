import { type ReadonlySignal, signal } from '@preact/signals';
import { type Background, type Failure, type Scope, UNDO_MILLISECONDS } from '../../messaging/protocol.ts';

/** What can be brought back. */
export interface Cleared {
  readonly undoId: string;
  readonly cleared: number;
}

/** Clearing that can be undone for a while instead of being asked about. */
export interface ClearFlows {
  /** Present for as long as it can be undone. */
  readonly last: ReadonlySignal<Cleared | undefined>;
  clear(scope: Scope): Promise<Failure | undefined>;
  undo(): Promise<Failure | undefined>;
  forget(): void;
}

/** Calls a function later and gives how to call it off. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

/** Makes clear and undo over a background. */
export function createClearFlows(background: Background, schedule: Schedule): ClearFlows {
  const last = signal<Cleared>();
  let callOff = (): void => undefined;
  const forget = (): void => {
    callOff();
    last.value = undefined;
  };
  return {
    last,
    forget,
    async clear(scope) {
      const outcome = await background.call('clear', scope);
      if (!outcome.ok) return outcome.failure;
      forget();
      last.value = outcome.value;
      callOff = schedule(forget, UNDO_MILLISECONDS);
      return undefined;
    },
    async undo() {
      const undoId = last.peek()?.undoId;
      if (undoId === undefined) return undefined;
      forget();
      const outcome = await background.call('undoClear', undoId);
      return outcome.ok ? undefined : outcome.failure;
    },
  };
}
