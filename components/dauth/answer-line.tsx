import type { JSX } from 'preact';
import type { AnswerReading } from '../../lib/state/dauth-answer.ts';
import { formatDuration } from '../../lib/state/format.ts';
import type { Answer } from '../../lib/state/http-call.ts';
import { say } from '../../lib/state/say.ts';
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
      <span class="muted">{say('dauthElapsed', formatDuration(elapsed))}</span>{' '}
      <span>{say(fine ? 'dauthServerKnows' : 'dauthServerRefused')}</span>
    </p>
  );
}
