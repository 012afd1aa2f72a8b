import type { JSX } from 'preact';
import type { ReleaseDifference } from '../../lib/flow/hold-types.ts';
import type { ReleaseForecast } from '../../lib/messaging/hold-protocol.ts';
import { DIFFERENCES } from '../../lib/state/hold-words.ts';
import { say } from '../../lib/state/say.ts';
import { Note } from '../ui/note.tsx';

/** What a release will send differently because it was held, said before it is released. */
export function ReleaseForecastPart({
  forecast,
}: {
  /** Undefined until the background answered. */
  readonly forecast: ReleaseForecast | undefined;
}): JSX.Element {
  return (
    <div class="hold-forecast" role="status" aria-label={say('holdForecast')}>
      {forecast?.possible === false && (
        <Note tone="error">
          {say('holdImpossible')} {forecast.failure.message} {forecast.failure.remedy}
        </Note>
      )}
      {forecast?.possible === true && forecast.differences.length === 0 && (
        <p class="muted">{say('holdForecastSame')}</p>
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
  return <Note tone="warning">{differences.map((one) => say(DIFFERENCES[one])).join(' ')}</Note>;
}
