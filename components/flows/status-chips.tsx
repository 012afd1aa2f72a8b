import type { JSX } from 'preact';
import { type MessageName, say } from '../../lib/state/say.ts';
import { chosenStatus, type StatusChip, withStatus } from '../../lib/state/status-chips.ts';
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
    <fieldset class="chips" aria-label={say('flowsChips')}>
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
          {say(label)}
        </button>
      ))}
    </fieldset>
  );
}
