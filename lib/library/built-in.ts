import { BUILT_IN_STEPS } from '../providers/built-in-steps.ts';
import { type Catalogue, createCatalogue } from '../providers/catalogue.ts';

/** The profiles that ship with Grantscope, with their steps. */
export const catalogue: Catalogue = createCatalogue({ steps: BUILT_IN_STEPS });
