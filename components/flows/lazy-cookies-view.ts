import { lazyPart } from '../app/lazy-part.tsx';
import type { CookiesView } from './cookies-view.tsx';

/** The cookies of a flow, loaded when they are first shown: telling sites apart needs the public suffix list. */
export const LazyCookiesView = lazyPart<Parameters<typeof CookiesView>[0]>(
  async () => (await import('./cookies-view.tsx')).CookiesView,
);
