import type { JSX } from 'preact';
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
      title="Delete the flows that the filter shows; it can be undone for ten seconds"
      onClick={() => void flows.remove(shown.map(({ id }) => id))}
    >
      <Icon name="bin" />
      Delete shown ({shown.length.toLocaleString('en')})
    </button>
  );
}
