import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import type { RunState } from '../../lib/state/steps/steps-runner.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useStepsModel } from './steps-context.ts';

/** What became of the shown step, in one line. */
export function StepOutcomeLine(): JSX.Element {
  const run = useStepsModel().run.value;
  return (
    <div role="status" class="step-outcome">
      {run && <Outcome run={run} />}
    </div>
  );
}

function Outcome({ run }: { readonly run: RunState }): JSX.Element {
  if (run.kind === 'running') return <p class="muted">{t('uiWaitingForAnswer')}</p>;
  if (run.kind === 'failed') {
    return (
      <Note tone="error" word={t('uiNoAnswer')}>
        {run.failure.message} {run.failure.remedy}
      </Note>
    );
  }
  const { status, statusText, elapsed } = run.answer;
  const fine = status < 400;
  return (
    <p class="done" title={formatExact(run.at)}>
      <Icon name={fine ? 'completed' : 'failed'} tone={fine ? 'success' : 'error'} />{' '}
      <strong>
        HTTP {status} {statusText}
      </strong>{' '}
      <span class="muted">{t('uiElapsed', formatDuration(elapsed))}</span>
    </p>
  );
}
