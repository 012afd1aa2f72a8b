import { signal } from '@preact/signals';
import type { JudgeChoice } from '../rules/judge-choice.ts';
import type { ChosenGates, JudgeChoices } from '../storage/judge-choices.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { createSilencing, type Silencing } from './silencing.ts';

/** Which rules are silenced for which profile, and by what each flow is judged. Methods that give a value read a signal. */
export interface FindingsModel extends Silencing {
  /** By what a flow is judged; by its profile unless the user chose otherwise in this browser session. */
  judgedAs(flowId: string): JudgeChoice;
  judgeAs(flowId: string, choice: JudgeChoice): Promise<void>;
}

/** Makes the model over the stored settings and choices, and follows them. */
export function createFindingsModel(settings: SettingsStore, judging: JudgeChoices): FindingsModel {
  const silencing = createSilencing(settings);
  const chosen = signal<ChosenGates>({});
  let known = false;
  const follow = (choices: ChosenGates): void => {
    known = true;
    chosen.value = choices;
  };
  judging.read().then(
    // What was chosen meanwhile is newer.
    (first) => known || follow({ ...first, ...chosen.peek() }),
    () => undefined,
  );
  const stop = judging.watch(follow);
  return {
    ...silencing,
    judgedAs: (flowId) =>
      Object.hasOwn(chosen.value, flowId) ? (chosen.value[flowId] ?? 'profile') : 'profile',
    judgeAs(flowId, choice) {
      chosen.value = { ...chosen.peek(), [flowId]: choice };
      return judging.choose(flowId, choice);
    },
    dispose() {
      stop();
      silencing.dispose();
    },
  };
}
