import type { JSX } from 'preact';
import type { Json } from '../../lib/jwt/types.ts';
import { shownTime } from '../../lib/state/token/token-time.ts';
import { useNow } from '../ui/use-now.ts';

interface TimeNoteProps {
  readonly name: string;
  readonly value: Json | undefined;
}

/** An instant on the reader's clock, in UTC and counting; nothing for a claim that is no time. */
export function TimeNote({ name, value }: TimeNoteProps): JSX.Element | null {
  return shownTime(name, value, 0) === undefined ? null : <Counting name={name} value={value} />;
}

function Counting({ name, value }: TimeNoteProps): JSX.Element {
  const time = shownTime(name, value, useNow(1_000));
  if (typeof time !== 'object') return <p class="tone-error">{time}</p>;
  return (
    <p class="token-time">
      <strong class={name === 'exp' && time.passed ? 'tone-error' : undefined}>{time.relative}</strong>
      <span class="muted">
        {time.local} · {time.utc}
      </span>
    </p>
  );
}
