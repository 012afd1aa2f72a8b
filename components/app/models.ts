import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppModel } from '../../lib/state/app/app-model.ts';

/** Carries the models of the panel or the workbench. */
export const AppModelContext = createContext<AppModel | undefined>(undefined);

/** The models of the page. Throws outside of {@link AppModelContext}: that is a mistake of ours, not of the user. */
export function useAppModel(): AppModel {
  const model = useContext(AppModelContext);
  if (!model) throw new Error('This component needs an AppModelContext around it.');
  return model;
}
