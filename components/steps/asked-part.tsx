import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Asked } from '../../lib/state/steps/steps-sending.ts';
import { Note } from '../ui/note.tsx';
import { useStepsModel } from './steps-context.ts';

/** What is asked before anything is sent. */
export function AskedPart(): JSX.Element | null {
  const asked = useStepsModel().asked.value;
  return asked ? <Question asked={asked} /> : null;
}

function Question({ asked }: { readonly asked: Asked }): JSX.Element {
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
    <div role="alertdialog" aria-label={t('stepsBeforeSent')} class="section step-asked">
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
