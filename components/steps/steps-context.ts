import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StepsModel } from '../../lib/state/steps/steps-model.ts';

/** Carries the model of the Steps tab to its parts. */
export const StepsModelContext = createContext<StepsModel | undefined>(undefined);

/** The model of the Steps tab. Throws outside of {@link StepsModelContext}: a mistake of ours, not of the user. */
export function useStepsModel(): StepsModel {
  const model = useContext(StepsModelContext);
  if (!model) throw new Error('This component needs a StepsModelContext around it.');
  return model;
}
