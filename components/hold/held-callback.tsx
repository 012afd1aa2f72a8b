import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { Release } from '../../lib/messaging/hold-protocol.ts';
import type { CommandOutcome, Failure } from '../../lib/messaging/protocol.ts';
import { createHoldEdits } from '../../lib/state/hold/hold-edits.ts';
import { createHoldForecast } from '../../lib/state/hold/hold-forecast.ts';
import { TAMPERINGS } from '../../lib/state/hold/hold-labels.ts';
import { useCatalogue, useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import './hold.css';
import { HoldTable } from './hold-table.tsx';
import { ReleaseForecastPart } from './release-forecast.tsx';

interface HeldCallbackProps {
  readonly flow: Flow;
  readonly callback: Callback;
}

/** A held callback: its parameters to change, and the three ways on. */
export function HeldCallback({ flow, callback }: HeldCallbackProps): JSX.Element {
  const { background } = useServices();
  const { aliases } = useCatalogue();
  const edits = useMemo(() => createHoldEdits(callback, aliases), [flow.id, flow.hold?.id]);
  const forecast = useMemo(() => createHoldForecast({ background }, flow.id, edits), [edits]);
  useEffect(() => forecast.dispose, [forecast]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const decide = async (act: () => Promise<CommandOutcome<unknown>>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const outcome = await act();
    setFailure(outcome.ok ? undefined : outcome.failure);
    setBusy(false);
  };
  const release = (how: Release): void => void decide(() => background.call('release', flow.id, how));
  const changes = edits.changes.value;
  return (
    <div class="held">
      <fieldset class="row-actions" aria-label={t('holdQuickChanges')}>
        {TAMPERINGS.map(({ tampering, label, hint }) => (
          <button
            key={tampering}
            type="button"
            class="button"
            title={t(edits.canTamper(tampering) ? hint : 'holdNothingOfTheKind')}
            aria-disabled={!edits.canTamper(tampering)}
            onClick={() => edits.tamper(tampering)}
          >
            {t(label)}
          </button>
        ))}
        <button type="button" class="button quiet" aria-disabled={changes === 0} onClick={edits.reset}>
          {t('holdUndoAll')}
        </button>
      </fieldset>
      {callback.response.jarm && <Note tone="info">{t('holdJarm')}</Note>}
      <HoldTable edits={edits} />
      <ReleaseForecastPart forecast={forecast.forecast.value} />
      <div class="row-actions hold-decisions">
        <button type="button" class="button primary" onClick={() => release(edits.release())}>
          <Icon name="launch" />
          {t('holdRelease')}
        </button>
        <button type="button" class="button" onClick={() => release({ as: 'it was' })}>
          {t('holdReleaseAsItWas')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void decide(() => background.call('drop', flow.id))}
        >
          <Icon name="bin" />
          {t('holdDrop')}
        </button>
        <span role="status" class="muted">
          {changes === 0 ? t('holdNothingChanged') : tCount('holdDiffering', changes)}
        </span>
      </div>
      <div role="alert">
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
    </div>
  );
}
