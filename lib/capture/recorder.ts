import type { Observation, ObservationKind } from '../flow/observation.ts';
import type { Flow } from '../flow/types.ts';
import type { FlowStore } from './flow-store.ts';
import type { Recording } from './recording.ts';

export interface RecorderParts {
  readonly store: Pick<FlowStore, 'record' | 'keepForLater' | 'settle' | 'isWorthKeeping' | 'live'>;
  /** Reads back what earlier lives of the background had seen. */
  readonly load: () => Promise<void>;
  readonly recording: Pick<Recording, 'load' | 'isOn'>;
  /** Whether a tab is in a private window; undefined when it is gone. */
  readonly isPrivate: (tabId: number) => Promise<boolean | undefined>;
  readonly identified: (tabId: number, isPrivate: boolean) => Observation;
}

/** What is kept although recording is off, since it changes flows that were recorded. */
const ALWAYS: ReadonlySet<ObservationKind> = new Set(['closed', 'held', 'released', 'dropped']);

/** Decides what of the observed is kept: everything that may matter until settings and journal are read, then what does. */
export interface Recorder {
  observe(observation: Observation): void;
  /** Resolves when what an earlier life of the background had seen is folded in. Never rejects. */
  readonly ready: Promise<void>;
}

export function createRecorder({ store, load, recording, isPrivate, identified }: RecorderParts): Recorder {
  let waiting: Observation[] | undefined = [];
  const asked = new Set<number>();

  const identifyTabs = (flows: readonly Flow[]): void => {
    for (const { tabId, private: known } of flows) {
      if (tabId < 0 || known !== undefined || asked.has(tabId)) continue;
      asked.add(tabId);
      void isPrivate(tabId).then((answer) => {
        if (answer !== undefined) store.record(identified(tabId, answer));
      });
    }
  };

  const counts = (observation: Observation): boolean => {
    return (recording.isOn() || ALWAYS.has(observation.kind)) && store.isWorthKeeping(observation);
  };

  const start = async (): Promise<void> => {
    await Promise.all([recording.load(), load().catch(() => undefined)]);
    const early = waiting ?? [];
    waiting = undefined;
    for (const observation of early) store.settle(observation, counts(observation));
    identifyTabs(store.live());
  };

  return {
    observe(observation) {
      if (waiting) {
        store.keepForLater(observation);
        waiting.push(observation);
        return;
      }
      if (!counts(observation)) return;
      identifyTabs(store.record(observation));
    },
    ready: start(),
  };
}
