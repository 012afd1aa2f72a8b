import type { JSX } from 'preact';
import type { FlowHold } from '../../lib/flow/hold-types.ts';
import { formatDuration, formatExact } from '../../lib/state/format.ts';
import { Value } from '../ui/value.tsx';
import './hold.css';

/** UTF-16 units of a changed value shown until more is asked for. */
const VALUE_AT_FIRST = 120;

/** What became of a held callback: when, and what was changed. */
export function HoldOutcome({ hold }: { readonly hold: FlowHold }): JSX.Element | null {
  const { heldAt, releasedAt, droppedAt, changes = [] } = hold;
  const decidedAt = releasedAt ?? droppedAt;
  if (decidedAt === undefined) return null;

  return (
    <section class="hold-outcome" aria-label="Hold">
      <p>
        Held for {formatDuration(decidedAt - heldAt)}, then{' '}
        {droppedAt === undefined ? 'released' : 'dropped: the application never received it'}
        {droppedAt === undefined && (changes.length === 0 ? ' as it was' : ' with changes')}{' '}
        <time class="muted" dateTime={formatExact(decidedAt)}>
          {formatExact(decidedAt)}
        </time>
      </p>
      {changes.length > 0 && (
        <ul aria-label="What was changed">
          {changes.map(({ name, from, to }, index) => (
            <li key={index}>
              <strong>
                <Value text={name} />
              </strong>{' '}
              {from === undefined ? 'added' : <Value text={from} atFirst={VALUE_AT_FIRST} />}{' '}
              <span aria-hidden="true">→</span>
              <span class="visually-hidden">became</span>{' '}
              {to === undefined ? 'left out' : <Value text={to} atFirst={VALUE_AT_FIRST} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
