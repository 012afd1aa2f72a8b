import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Failure } from '../../lib/messaging/protocol.ts';
import type { StepSpec } from '../../lib/providers/step-types.ts';
import type { Asked } from '../../lib/state/steps/steps-sending.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useStepsModel } from './steps-context.ts';

/** Run, Cancel and Copy as curl, and what is asked before anything is sent. */
export function RunPart({ step }: { readonly step: StepSpec }): JSX.Element {
  const model = useStepsModel();
  const running = model.run.value?.kind === 'running';
  const asked = model.asked.value;
  return (
    <div class="section stack step-run">
      <div class="row-actions">
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
        <CurlButton key={step.id} />
      </div>
      {asked && <AskedPart asked={asked} />}
    </div>
  );
}

function AskedPart({ asked }: { readonly asked: Asked }): JSX.Element {
  const model = useStepsModel();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const yes = (): void => void model.send('yes');
  const close = (
    <button type="button" class="button" ref={first} onClick={model.dismiss}>
      {asked.kind === 'confirm' ? t('stepsKeepIt') : t('wordClose')}
    </button>
  );
  return (
    <div role="alertdialog" aria-label={t('stepsBeforeSent')} class="step-asked">
      {asked.kind === 'confirm' ? (
        <Note tone="warning" word={t('stepsSure')}>
          {asked.text}
          <div class="row-actions">
            {close}
            <button type="button" class="button" onClick={yes}>
              {t('stepsYesRun')}
            </button>
          </div>
        </Note>
      ) : (
        <Note tone="error" word={t('stepsNotSent')}>
          <ul class="step-problems">
            {asked.problems.map(({ field, code, message, remedy }) => (
              <li key={`${field} ${code}`}>
                {message} {remedy}
              </li>
            ))}
          </ul>
          <div class="row-actions">
            {close}
            {asked.sendable && (
              <button type="button" class="button" onClick={yes}>
                {t('stepsSendAnyway')}
              </button>
            )}
          </div>
        </Note>
      )}
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
