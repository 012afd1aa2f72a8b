import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { lazyPart } from '../app/lazy-part.tsx';
import { useServices } from '../app/services.ts';
import type { ImportDialog } from './import-dialog.tsx';
import { importModelOf } from './import-model-of.ts';
import './drop.css';

/** Id of the box that takes a file. */
export const IMPORT_INPUT = 'import-file';

const Dialog = lazyPart<Parameters<typeof ImportDialog>[0]>(
  async () => (await import('./import-dialog.tsx')).ImportDialog,
);

/** Takes a file that is dropped on an area, and says what becomes of an import. */
export function ImportArea({ area }: { readonly area: RefObject<HTMLElement | null> }): JSX.Element {
  const model = importModelOf(useServices());
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const brings = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent): void => {
      if (!brings(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!element.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!brings(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void model.take(file);
    };
    element.addEventListener('dragover', drag);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', drag);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, [area, model]);
  return (
    <>
      <input
        id={IMPORT_INPUT}
        type="file"
        hidden
        aria-label={t('importFile')}
        accept=".json,.har,application/json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void model.take(file);
          event.currentTarget.value = '';
        }}
      />
      {over && <p class="drop-here">{t('importDrop')}</p>}
      {model.state.value.kind !== 'none' && <Dialog model={model} />}
    </>
  );
}
