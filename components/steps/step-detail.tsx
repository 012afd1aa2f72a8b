import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { RequestNotes } from '../request/notes.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Icon } from '../ui/icon.tsx';
import { AnswerPart } from './answer-part.tsx';
import { AskedPart } from './asked-part.tsx';
import { ElsewherePart } from './elsewhere-part.tsx';
import { RequestPreview } from './request-preview.tsx';
import { RunPart } from './run-part.tsx';
import { StepFields } from './step-fields.tsx';
import { StepOutcomeLine } from './step-outcome-line.tsx';
import { useStepsModel } from './steps-context.ts';

/** The shown step: what it is for, its fields, the request, and the answer. */
export function StepDetail(): JSX.Element | null {
  const model = useStepsModel();
  const back = useRef<HTMLButtonElement>(null);
  const step = model.step.value;
  const opened = model.opened.value;
  useEffect(() => {
    if (opened) back.current?.focus();
  }, [opened]);
  if (!step) return null;
  const close = (): void => {
    model.opened.value = false;
  };
  const about = step.notes.length === 0 ? t('wordSource') : t('stepsAllNotes', step.notes.length);
  return (
    <section class="step-detail" aria-label={t('stepsStep')}>
      <div class="step-bar">
        <button type="button" class="button steps-back" ref={back} onClick={close}>
          <Icon name="back" />
          {t('stepsBack')}
        </button>
        <h2>{step.name}</h2>
        {step.request && <RunPart step={step} />}
        <StepOutcomeLine />
      </div>
      <ErrorBoundary key={`${model.places.owner.value} ${step.id}`} what={t('stepsThisStep')}>
        <AskedPart />
        <header class="section step-head">
          <p>{step.summary}</p>
          <RequestNotes summary={about} notes={step.notes} source={step.source} />
        </header>
        {step.kind !== 'call' && <ElsewherePart step={step} />}
        {step.request && (
          <>
            <StepFields />
            <RequestPreview />
            <AnswerPart step={step} />
          </>
        )}
      </ErrorBoundary>
    </section>
  );
}
