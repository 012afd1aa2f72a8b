import type { JSX } from 'preact';
import type { FlowHold } from '../../lib/flow/hold-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import { Value } from '../ui/value.tsx';
import './hold.css';
import { ReleaseDifferences } from './release-forecast.tsx';

/** UTF-16 units of a changed value shown until more is asked for. */
const VALUE_AT_FIRST = 120;

/** What became of a held callback: when, and what was changed. */
export function HoldOutcome({ hold }: { readonly hold: FlowHold }): JSX.Element | null {
  if (hold.kind === 'held') return null;
  const { changes = [], differences = [] } = hold.kind === 'released' ? hold : {};
  const decidedAt = hold.kind === 'released' ? hold.releasedAt : hold.droppedAt;
  const decision =
    hold.kind === 'dropped' ? 'holdDropped' : changes.length === 0 ? 'holdReleased' : 'holdReleasedChanged';

  return (
    <section class="hold-outcome" aria-label={t('holdHold')}>
      <p>
        {t(decision, formatDuration(decidedAt - hold.heldAt))}{' '}
        <time class="muted" dateTime={formatExact(decidedAt)}>
          {formatExact(decidedAt)}
        </time>
      </p>
      <ReleaseDifferences differences={differences} />
      {changes.length > 0 && (
        <ul aria-label={t('holdWhatChanged')}>
          {changes.map(({ name, from, to }, index) => (
            <li key={index}>
              <strong>
                <Value text={name} />
              </strong>{' '}
              {from === undefined ? t('holdAdded') : <Value text={from} atFirst={VALUE_AT_FIRST} />}{' '}
              <span aria-hidden="true">→</span>
              <span class="visually-hidden">{t('holdBecame')}</span>{' '}
              {to === undefined ? t('holdLeftOut') : <Value text={to} atFirst={VALUE_AT_FIRST} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
