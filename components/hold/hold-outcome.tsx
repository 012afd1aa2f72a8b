import type { JSX } from 'preact';
import type { FlowHold } from '../../lib/flow/hold-types.ts';
import { formatDuration, formatExact } from '../../lib/state/format.ts';
import { say } from '../../lib/state/say.ts';
import { Value } from '../ui/value.tsx';
import './hold.css';
import { ReleaseDifferences } from './release-forecast.tsx';

/** UTF-16 units of a changed value shown until more is asked for. */
const VALUE_AT_FIRST = 120;

/** What became of a held callback: when, and what was changed. */
export function HoldOutcome({ hold }: { readonly hold: FlowHold }): JSX.Element | null {
  const { heldAt, releasedAt, droppedAt, changes = [], differences = [] } = hold;
  const decidedAt = releasedAt ?? droppedAt;
  if (decidedAt === undefined) return null;
  const decision =
    droppedAt !== undefined ? 'holdDropped' : changes.length === 0 ? 'holdReleased' : 'holdReleasedChanged';

  return (
    <section class="hold-outcome" aria-label={say('holdHold')}>
      <p>
        {say(decision, formatDuration(decidedAt - heldAt))}{' '}
        <time class="muted" dateTime={formatExact(decidedAt)}>
          {formatExact(decidedAt)}
        </time>
      </p>
      <ReleaseDifferences differences={differences} />
      {changes.length > 0 && (
        <ul aria-label={say('holdWhatChanged')}>
          {changes.map(({ name, from, to }, index) => (
            <li key={index}>
              <strong>
                <Value text={name} />
              </strong>{' '}
              {from === undefined ? say('holdAdded') : <Value text={from} atFirst={VALUE_AT_FIRST} />}{' '}
              <span aria-hidden="true">→</span>
              <span class="visually-hidden">{say('holdBecame')}</span>{' '}
              {to === undefined ? say('holdLeftOut') : <Value text={to} atFirst={VALUE_AT_FIRST} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
