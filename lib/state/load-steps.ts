import { setBuiltInSteps } from '../providers/catalogue.ts';

/** Gives the built-in profiles their steps: much text, which the first script of a page does not wait for. */
export async function loadSteps(): Promise<void> {
  const { BUILT_IN_STEPS } = await import('../providers/built-in-steps.ts');
  setBuiltInSteps(BUILT_IN_STEPS);
}
