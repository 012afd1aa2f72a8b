import { lazyPart } from '../app/lazy-part.tsx';
import type { ComparePane } from './compare-pane.tsx';

/** The comparison, loaded when it is first wanted. */
export const LazyComparePane = lazyPart<Parameters<typeof ComparePane>[0]>(
  async () => (await import('./compare-pane.tsx')).ComparePane,
);
