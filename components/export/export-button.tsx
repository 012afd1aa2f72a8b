import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';
import { LazyExportDialog } from './lazy-export-dialog.ts';

/** Opens the export of the flows in the list. */
export function ExportButton(): JSX.Element {
  const { flows: model } = useAppModel();
  const [open, setOpen] = useState(false);
  const empty = useComputed(() => model.all.value.length === 0).value;
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-haspopup="dialog"
        aria-disabled={empty}
        title={t(empty ? 'exportNothing' : 'exportHint')}
        onClick={() => !empty && setOpen(true)}
      >
        <Icon name="export" />
        <span class="button-label">{t('exportAction')}</span>
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
