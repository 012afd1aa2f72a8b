import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { Icon } from '../ui/icon.tsx';
import { IMPORT_INPUT } from './import-area.tsx';

/** Chooses a file to import; the box for it is in the area, since the toolbar's arrow keys go through its controls. */
export function ImportButton(): JSX.Element {
  return (
    <button
      type="button"
      class="button quiet"
      title={t('importHint')}
      onClick={() => document.getElementById(IMPORT_INPUT)?.click()}
    >
      <Icon name="import" />
      <span class="button-label">{t('importAction')}</span>
    </button>
  );
}
