import { lazyPart } from '../app/lazy-part.tsx';
import type { ExportDialog } from './export-dialog.tsx';

/** The export, loaded when it is first opened. */
export const LazyExportDialog = lazyPart<Parameters<typeof ExportDialog>[0]>(
  async () => (await import('./export-dialog.tsx')).ExportDialog,
);
