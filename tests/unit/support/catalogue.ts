import { BUILT_IN_STEPS } from '../../../lib/providers/built-in-steps.ts';
import { createCatalogue } from '../../../lib/providers/catalogue.ts';

/** The built-in profiles with their steps. */
export const CATALOGUE = createCatalogue({ steps: BUILT_IN_STEPS });

/** Every spelling that they use. */
export const { aliases: ALIASES } = CATALOGUE;
