import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { AnswerReading } from '../../lib/state/dauth/dauth-answer.ts';
import { formatDuration } from '../../lib/state/shared/format.ts';
import type { Answer } from '../../lib/state/shared/http-call.ts';
import { Icon } from '../ui/icon.tsx';

interface AnswerLineProps {
  readonly answer: Answer;
  readonly reading: AnswerReading;
}

/** The outcome of a call in one line. */
export function AnswerLine({ answer, reading }: AnswerLineProps): JSX.Element {
  const { status, statusText, elapsed } = answer;
  const fine = reading.user !== undefined;
  return (
    <p class="done">
      <Icon name={fine ? 'completed' : 'failed'} tone={fine ? 'success' : 'error'} />{' '}
      <strong>
        HTTP {status} {statusText}
      </strong>{' '}
      <span class="muted">{t('dauthElapsed', formatDuration(elapsed))}</span>{' '}
      <span>{t(fine ? 'dauthServerKnows' : 'dauthServerRefused')}</span>
    </p>
  );
}
