import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { CommandOutcome, Failure } from '../../lib/messaging/protocol.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import './hold.css';

/** What can be done with a held callback from the popup; changing it needs the hold page. */
export function PopupHold({ summary }: { readonly summary: FlowSummary }): JSX.Element {
  const { background } = useServices();
  const [failure, setFailure] = useState<Failure>();
  const run = (act: () => Promise<CommandOutcome<unknown>>): void =>
    void act().then((outcome) => setFailure(outcome.ok ? undefined : outcome.failure));
  return (
    <div class="row-actions popup-hold">
      <button
        type="button"
        class="button"
        onClick={() => run(() => background.call('release', summary.id, { as: 'it was' }))}
      >
        {t('holdReleaseAsItWas')}
      </button>
      <button type="button" class="button" onClick={() => run(() => background.call('showHeld', summary.id))}>
        {t('holdChange')}
      </button>
      <button type="button" class="button" onClick={() => run(() => background.call('drop', summary.id))}>
        {t('holdDrop')}
      </button>
      {failure && (
        <div role="alert">
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        </div>
      )}
    </div>
  );
}
