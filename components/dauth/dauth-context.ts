import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DauthModel } from '../../lib/state/dauth/dauth-model.ts';

/** Carries the model of the DAuth tab to its parts. */
export const DauthModelContext = createContext<DauthModel | undefined>(undefined);

/** The model of the DAuth tab. Throws outside of {@link DauthModelContext}: a mistake of ours, not of the user. */
export function useDauthModel(): DauthModel {
  const model = useContext(DauthModelContext);
  if (!model) throw new Error('This component needs a DauthModelContext around it.');
  return model;
}
