import { type ReadonlySignal, signal } from '@preact/signals';
import { EMPTY_RECORD, type StepMemory, type StepRecord } from '../../storage/step-values.ts';

/** The kept values of the profile and environment that are shown. */
export interface StepsKeeping {
  readonly record: ReadonlySignal<StepRecord>;
  /** Reads the record of an owner; the last one that was asked for is shown. */
  load(owner: string): Promise<void>;
  change(change: (record: StepRecord) => StepRecord): void;
  /** Deletes everything that is kept of the owner. */
  forget(): Promise<void>;
}

/** Makes it over a memory; writes follow one another, so that the last one stays. */
export function createStepsKeeping(memory: StepMemory): StepsKeeping {
  const record = signal<StepRecord>(EMPTY_RECORD);
  let owner = '';
  let writes: Promise<unknown> = Promise.resolve();
  const queue = (write: () => Promise<void>): Promise<void> => {
    // What cannot be kept is still there until the page closes.
    const next = writes.then(write).catch(() => undefined);
    writes = next;
    return next;
  };
  return {
    record,
    async load(wanted) {
      owner = wanted;
      await writes;
      const read = await memory.read(wanted).catch(() => EMPTY_RECORD);
      if (owner === wanted) record.value = read;
    },
    change(change) {
      const mine = owner;
      const next = change(record.peek());
      record.value = next;
      void queue(() => memory.write(mine, next));
    },
    async forget() {
      const mine = owner;
      record.value = EMPTY_RECORD;
      await queue(() => memory.forget(mine));
    },
  };
}
