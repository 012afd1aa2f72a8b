import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RequestModel } from '../../lib/state/request/request-model.ts';

/** Carries the model of the Request tab to its parts. */
export const RequestModelContext = createContext<RequestModel | undefined>(undefined);

/** The model of the Request tab. Throws outside of {@link RequestModelContext}: a mistake of ours, not of the user. */
export function useRequestModel(): RequestModel {
  const model = useContext(RequestModelContext);
  if (!model) throw new Error('This component needs a RequestModelContext around it.');
  return model;
}
