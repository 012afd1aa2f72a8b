import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
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
        title={
          pinned
            ? 'Pinned: it stays when older flows have to go'
            : 'Keep it when older flows have to go for want of room'
        }
        onClick={() => void flows.pin(summary.id, !pinned)}
      >
        <Icon name="pin" />
        Pin
      </button>
      <button
        type="button"
        class="button quiet"
        title="Delete this flow; it can be undone for ten seconds"
        onClick={() => void flows.remove([summary.id])}
      >
        <Icon name="bin" />
        Delete
      </button>
    </div>
  );
}
