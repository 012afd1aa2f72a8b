import { signal } from '@preact/signals';
import type { EvaluationChoice } from '../../rules/evaluation-choice.ts';
import type { ChosenConformance, EvaluationChoices } from '../../storage/evaluation-choices.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import { createSilencing, type Silencing } from './silencing.ts';

/** Which rules are silenced for which profile, and by what each flow is evaluated. Methods that give a value read a signal. */
export interface FindingsModel extends Silencing {
  /** By what a flow is evaluated; by its profile unless the user chose otherwise in this browser session. */
  evaluatedAs(flowId: string): EvaluationChoice;
  evaluateAs(flowId: string, choice: EvaluationChoice): Promise<void>;
}

/** Makes the model over the stored settings and choices, and follows them. */
export function createFindingsModel(settings: SettingsStore, evaluation: EvaluationChoices): FindingsModel {
  const silencing = createSilencing(settings);
  const chosen = signal<ChosenConformance>({});
  let known = false;
  const follow = (choices: ChosenConformance): void => {
    known = true;
    chosen.value = choices;
  };
  evaluation.read().then(
    // What was chosen meanwhile is newer.
    (first) => known || follow({ ...first, ...chosen.peek() }),
    () => undefined,
  );
  const stop = evaluation.watch(follow);
  return {
    ...silencing,
    evaluatedAs: (flowId) =>
      Object.hasOwn(chosen.value, flowId) ? (chosen.value[flowId] ?? 'profile') : 'profile',
    evaluateAs(flowId, choice) {
      chosen.value = { ...chosen.peek(), [flowId]: choice };
      return evaluation.choose(flowId, choice);
    },
    dispose() {
      stop();
      silencing.dispose();
    },
  };
}
