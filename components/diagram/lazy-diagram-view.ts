import { lazyPart } from '../app/lazy-part.tsx';
import type { DiagramView } from './diagram-view.tsx';

/** The diagram, loaded when it is first shown. */
export const LazyDiagramView = lazyPart<Parameters<typeof DiagramView>[0]>(
  async () => (await import('./diagram-view.tsx')).DiagramView,
);
