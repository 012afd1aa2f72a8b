import { browser } from '../browser/browser.ts';
import { EVALUATION_CHOICES, type EvaluationChoice } from '../rules/evaluation-choice.ts';

/** By what flows are evaluated where the user chose so, by the id of the flow. */
export type ChosenConformance = Readonly<Record<string, EvaluationChoice>>;

/** Where these choices are kept until the browser closes. */
export interface EvaluationChoices {
  read(): Promise<ChosenConformance>;
  /** Keeps a choice; `profile` forgets it. */
  choose(flowId: string, choice: EvaluationChoice): Promise<void>;
  watch(listener: (chosen: ChosenConformance) => void): () => void;
}

const KEY = 'judged-as';

/** Choices that are kept; the oldest go first. */
const MOST = 1_000;

/** Tells the other pages and the background, which it wakes, to read the choices again. */
const CHANGED = { grantscope: 'judge-choices' } as const;

/**
 * The choices in storage.session: gone with the browser, never on disk. Changes are told by message: the journal writes to
 * the same area with every hop, and who listens to its changes receives each of them.
 */
export function createEvaluationChoices(): EvaluationChoices {
  const area = browser.storage.session;
  const read = async (): Promise<ChosenConformance> => readChosen((await area.get(KEY))[KEY]);
  return {
    read,
    async choose(flowId, choice) {
      const { [flowId]: _, ...others } = await read();
      const kept = Object.entries(others).slice(1 - MOST);
      await area.set({
        [KEY]: Object.fromEntries(choice === 'profile' ? kept : [...kept, [flowId, choice]]),
      });
      // Nobody else may be there.
      await browser.runtime.sendMessage(CHANGED).catch(() => undefined);
    },
    watch(listener) {
      const onMessage = (message: unknown): undefined => {
        const { grantscope } = (message ?? {}) as Partial<typeof CHANGED>;
        if (grantscope === CHANGED.grantscope) void read().then(listener, () => undefined);
      };
      browser.runtime.onMessage.addListener(onMessage);
      return () => browser.runtime.onMessage.removeListener(onMessage);
    },
  };
}

function readChosen(stored: unknown): ChosenConformance {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, choice]) => EVALUATION_CHOICES.some((one) => one === choice)),
  );
}
