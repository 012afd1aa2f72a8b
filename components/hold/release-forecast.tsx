import type { JSX } from 'preact';
import type { ReleaseDifference } from '../../lib/flow/hold-types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { ReleaseForecast } from '../../lib/messaging/hold-protocol.ts';
import { DIFFERENCES } from '../../lib/state/hold/hold-labels.ts';
import { Note } from '../ui/note.tsx';

/** What a release will send differently because it was held, said before it is released. */
export function ReleaseForecastPart({
  forecast,
}: {
  /** Undefined until the background answered. */
  readonly forecast: ReleaseForecast | undefined;
}): JSX.Element {
  return (
    <div class="hold-forecast" role="status" aria-label={t('holdForecast')}>
      {forecast?.possible === false && (
        <Note tone="error">
          {t('holdImpossible')} {forecast.failure.message} {forecast.failure.remedy}
        </Note>
      )}
      {forecast?.possible === true && forecast.differences.length === 0 && (
        <p class="muted">{t('holdForecastSame')}</p>
      )}
      {forecast?.possible === true && <ReleaseDifferences differences={forecast.differences} />}
    </div>
  );
}

/** The differences, a sentence each. */
export function ReleaseDifferences({
  differences,
}: {
  readonly differences: readonly ReleaseDifference[];
}): JSX.Element | null {
  if (differences.length === 0) return null;
  return <Note tone="warning">{differences.map((one) => t(DIFFERENCES[one])).join(' ')}</Note>;
}
