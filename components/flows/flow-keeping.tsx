import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';

/** Pin and delete, for one flow. */
export function FlowKeeping({ summary }: { readonly summary: FlowSummary }): JSX.Element {
  const { flows } = useAppModel();
  const pinned = summary.pinned === true;
  return (
    <div class="row-actions">
      <button
        type="button"
        class="button quiet"
        aria-pressed={pinned}
        title={t(pinned ? 'flowPinnedTitle' : 'flowPinTitle')}
        onClick={() => void flows.pin(summary.id, !pinned)}
      >
        <Icon name="pin" />
        <span class="button-label">{t('flowPin')}</span>
      </button>
      <button
        type="button"
        class="button quiet"
        title={t('flowDeleteTitle')}
        onClick={() => void flows.remove([summary.id])}
      >
        <Icon name="bin" />
        <span class="button-label">{t('wordDelete')}</span>
      </button>
    </div>
  );
}
