import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Failure } from '../../lib/messaging/protocol.ts';
import type { StepSpec } from '../../lib/providers/step-types.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useStepsModel } from './steps-context.ts';

/** Run, Cancel, Run next and Copy as curl; always in view. */
export function RunPart({ step }: { readonly step: StepSpec }): JSX.Element {
  const model = useStepsModel();
  const running = model.run.value?.kind === 'running';
  const next = model.next.value;
  return (
    <div class="row-actions step-run">
      <button
        type="button"
        class="button primary"
        aria-disabled={running}
        aria-label={t('stepsRunStep', step.name)}
        onClick={() => !running && void model.send()}
      >
        <Icon name="launch" />
        {t('stepsRun')}
      </button>
      {running && (
        <button type="button" class="button" onClick={model.cancel}>
          {t('wordCancel')}
        </button>
      )}
      {next && (
        <button
          type="button"
          class="button"
          aria-disabled={running}
          title={t('stepsRunStep', next.name)}
          onClick={() => !running && void model.runStep(next.id)}
        >
          {t('stepsRunNext', next.name)}
        </button>
      )}
      <CurlButton key={step.id} />
    </div>
  );
}

/** Copies the command with every secret in it: it is the user's own shell that it goes to. */
function CurlButton(): JSX.Element {
  const model = useStepsModel();
  const { clipboard } = useServices();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const copy = async (): Promise<void> => {
    setSaid('');
    const result = await model.curl();
    setFailure(result?.failure);
    if (result?.command === undefined) return;
    await clipboard(result.command).then(
      () => setSaid(t('stepsCurlCopied')),
      () => setSaid(t('stepsCurlNotCopied')),
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        <Icon name="copy" />
        {t('stepsCopyCurl')}
      </button>
      <span class="muted" aria-live="polite">
        {said}
      </span>
      {failure && (
        <Note tone="error" word={t('stepsNoCommand')}>
          {failure.message} {failure.remedy}
        </Note>
      )}
    </>
  );
}
