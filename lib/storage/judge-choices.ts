import { browser } from '../browser/browser.ts';
import { JUDGE_CHOICES, type JudgeChoice } from '../rules/judge-choice.ts';

/** By what flows are judged where the user chose so, by the id of the flow. */
export type ChosenGates = Readonly<Record<string, JudgeChoice>>;

/** Where these choices are kept until the browser closes. */
export interface JudgeChoices {
  read(): Promise<ChosenGates>;
  /** Keeps a choice; `profile` forgets it. */
  choose(flowId: string, choice: JudgeChoice): Promise<void>;
  watch(listener: (chosen: ChosenGates) => void): () => void;
}

const KEY = 'judged-as';

/** Choices that are kept; the oldest go first. */
const MOST = 1_000;

/** The choices in storage.session: gone with the browser, never on disk. */
export function createJudgeChoices(): JudgeChoices {
  const area = browser.storage.session;
  const read = async (): Promise<ChosenGates> => readChosen((await area.get(KEY))[KEY]);
  return {
    read,
    async choose(flowId, choice) {
      const { [flowId]: _, ...others } = await read();
      const kept = Object.entries(others).slice(1 - MOST);
      await area.set({
        [KEY]: Object.fromEntries(choice === 'profile' ? kept : [...kept, [flowId, choice]]),
      });
    },
    watch(listener) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, areaName: string): void => {
        const change = changes[KEY];
        if (areaName === 'session' && change) listener(readChosen(change.newValue));
      };
      browser.storage.onChanged.addListener(onChanged);
      return () => browser.storage.onChanged.removeListener(onChanged);
    },
  };
}

function readChosen(stored: unknown): ChosenGates {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, choice]) => JUDGE_CHOICES.some((one) => one === choice)),
  );
}
