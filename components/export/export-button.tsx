import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';
import { LazyExportDialog } from './lazy-export-dialog.ts';

/** Opens the export of the flows in the list. */
export function ExportButton(): JSX.Element {
  const { flows: model } = useAppModel();
  const [open, setOpen] = useState(false);
  const empty = model.all.value.length === 0;
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-haspopup="dialog"
        aria-disabled={empty}
        title={
          empty
            ? 'There is no flow to export yet'
            : 'Save or copy flows, without their secrets unless you want them'
        }
        onClick={() => !empty && setOpen(true)}
      >
        <Icon name="export" />
        Export
      </button>
      {open && (
        <LazyExportDialog
          scope={model.visible.value.length > 0 ? 'shown' : 'all'}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
