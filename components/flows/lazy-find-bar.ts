import { lazyPart } from '../app/lazy-part.tsx';
import type { FindBar } from './find-bar.tsx';

/** The search in a flow, loaded when it is first wanted. */
export const LazyFindBar = lazyPart<Parameters<typeof FindBar>[0]>(
  async () => (await import('./find-bar.tsx')).FindBar,
);
