import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Catalogue, type CatalogueParts, createCatalogue } from '../../providers/catalogue.ts';

/** The catalogue of a page: changes whenever a profile is added, edited or deleted, and once the steps are loaded. */
export interface CatalogueModel {
  readonly catalogue: ReadonlySignal<Catalogue>;
  /** Puts other profiles beside the built-in ones. */
  setAdded(added: Pick<CatalogueParts, 'own' | 'organisation'>): void;
  /** Gives the built-in profiles their steps: much text, which the first script of a page does not wait for. */
  loadSteps(): Promise<void>;
}

/** Begins with the built-in profiles, without their steps. */
export function createCatalogueModel(): CatalogueModel {
  const parts = signal<CatalogueParts>({});
  let loading: Promise<void> | undefined;
  return {
    catalogue: computed(() => createCatalogue(parts.value)),
    setAdded({ own = [], organisation = [] }) {
      parts.value = { ...parts.peek(), own, organisation };
    },
    loadSteps() {
      loading ??= import('../../providers/built-in-steps.ts').then(
        ({ BUILT_IN_STEPS: steps }) => {
          parts.value = { ...parts.peek(), steps };
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}
