import { setBuiltInSteps } from './catalogue.ts';

let loading: Promise<void> | undefined;

/** Loads the steps of the built-in profiles and gives them to the catalogue, once. Rejects when they cannot be loaded. */
export function loadBuiltInSteps(): Promise<void> {
  loading ??= import('./built-in-steps.ts').then(({ BUILT_IN_STEPS }) => setBuiltInSteps(BUILT_IN_STEPS));
  return loading;
}
