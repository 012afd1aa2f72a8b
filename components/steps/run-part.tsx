import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../lib/messaging/protocol.ts';
import type { StepSpec } from '../../lib/providers/step-types.ts';
import { say } from '../../lib/state/say.ts';
import type { Asked } from '../../lib/state/steps-sending.ts';
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
          aria-label={say('stepsRunStep', step.name)}
          onClick={() => !running && void model.send()}
        >
          <Icon name="launch" />
          {say('stepsRun')}
        </button>
        {running && (
          <button type="button" class="button" onClick={model.cancel}>
            {say('wordCancel')}
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
      {asked.kind === 'confirm' ? say('stepsKeepIt') : say('wordClose')}
    </button>
  );
  return (
    <div role="alertdialog" aria-label={say('stepsBeforeSent')} class="step-asked">
      {asked.kind === 'confirm' ? (
        <Note tone="warning" word={say('stepsSure')}>
          {asked.text}
          <div class="row-actions">
            {close}
            <button type="button" class="button" onClick={yes}>
              {say('stepsYesRun')}
            </button>
          </div>
        </Note>
      ) : (
        <Note tone="error" word={say('stepsNotSent')}>
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
                {say('stepsSendAnyway')}
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
      () => setSaid(say('stepsCurlCopied')),
      () => setSaid(say('stepsCurlNotCopied')),
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        <Icon name="copy" />
        {say('stepsCopyCurl')}
      </button>
      <span class="muted" aria-live="polite">
        {said}
      </span>
      {failure && (
        <Note tone="error" word={say('stepsNoCommand')}>
          {failure.message} {failure.remedy}
        </Note>
      )}
    </>
  );
}
