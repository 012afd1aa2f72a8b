import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { formatNumber } from '../../lib/state/shared/format.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';

/** Deletes what the filter shows; there only while there is a filter. */
export function DeleteShown(): JSX.Element | null {
  const { flows } = useAppModel();
  // What is shown changes with every flow, and counts only beside a filter.
  if (flows.filter.value.trim() === '') return null;
  const shown = flows.visible.value;
  if (shown.length === 0) return null;
  return (
    <button
      type="button"
      class="button quiet"
      title={t('flowsDeleteShownTitle')}
      onClick={() => void flows.remove(shown.map(({ id }) => id))}
    >
      <Icon name="bin" />
      {t('flowsDeleteShown', formatNumber(shown.length))}
    </button>
  );
}
