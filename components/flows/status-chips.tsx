import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { chosenStatus, type StatusChip, withStatus } from '../../lib/state/flows/status-chips.ts';
import { useAppModel } from '../app/models.ts';

const CHIPS = [
  { status: 'all', label: 'flowsChipAll' },
  { status: 'failed', label: 'flowsChipFailed' },
  { status: 'held', label: 'flowsChipHeld' },
  { status: 'open', label: 'flowsChipOpen' },
] as const satisfies readonly { status: StatusChip; label: MessageName }[];

/** The commonest filters, one press each; they stand in the filter's text like any other. */
export function StatusChips(): JSX.Element {
  const { flows } = useAppModel();
  const chosen = chosenStatus(flows.filter.value);
  return (
    <fieldset class="chips" aria-label={t('flowsChips')}>
      {CHIPS.map(({ status, label }) => (
        <button
          key={status}
          type="button"
          class="chip"
          aria-pressed={status === chosen}
          onClick={() => {
            flows.filter.value = withStatus(flows.filter.peek(), status);
          }}
        >
          {t(label)}
        </button>
      ))}
    </fieldset>
  );
}
