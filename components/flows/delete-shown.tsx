import type { JSX } from 'preact';
import { formatNumber } from '../../lib/state/format.ts';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';

/** Deletes what the filter shows; there only while there is a filter. */
export function DeleteShown(): JSX.Element | null {
  const { flows } = useAppModel();
  const shown = flows.visible.value;
  if (flows.filter.value.trim() === '' || shown.length === 0) return null;
  return (
    <button
      type="button"
      class="button quiet"
      title={say('flowsDeleteShownTitle')}
      onClick={() => void flows.remove(shown.map(({ id }) => id))}
    >
      <Icon name="bin" />
      {say('flowsDeleteShown', formatNumber(shown.length))}
    </button>
  );
}
