import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';

interface CodeLifetimeProps {
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly seconds: number;
}

/** Counts down how long a code can still be exchanged. */
export function CodeLifetime({ receivedAt, seconds }: CodeLifetimeProps): JSX.Element {
  const ends = receivedAt + seconds * 1_000;
  const left = ends - useNow(1_000);
  const expired = left <= 0;
  return (
    <p class={expired ? 'tone-error' : 'muted'} title={t('flowCodeUntil', formatExact(ends))}>
      <Icon name={expired ? 'failed' : 'open'} />{' '}
      {expired ? t('flowCodeExpired', formatDuration(-left)) : t('flowCodeValid', formatDuration(left))}
    </p>
  );
}
