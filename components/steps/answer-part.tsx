import { Fragment, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Remark } from '../../lib/calls/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { StepSpec } from '../../lib/providers/step-types.ts';
import type { RunState } from '../../lib/state/steps/steps-runner.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { AnswerFlags } from './answer-flags.tsx';
import { JsonTree } from './json-tree.tsx';
import { ResultsPart } from './results-part.tsx';
import { useStepsModel } from './steps-context.ts';

/** What came back from the shown step: meaning, values, body, headers. */
export function AnswerPart({ step }: { readonly step: StepSpec }): JSX.Element {
  const model = useStepsModel();
  const run = model.run.value;
  const notRecorded = model.notRecorded.value;
  return (
    <>
      {run?.kind === 'answered' && <Answered key={run.at} step={step} run={run} />}
      {notRecorded && (
        <div class="section">
          <Note tone="warning" word={t('stepsNotInFlow')}>
            {notRecorded.message} {notRecorded.remedy}
          </Note>
        </div>
      )}
    </>
  );
}

interface AnsweredProps {
  readonly step: StepSpec;
  readonly run: Extract<RunState, { kind: 'answered' }>;
}

function Answered({ step, run }: AnsweredProps): JSX.Element {
  const { answer, body, json, errors } = run;
  const region = useRef<HTMLDivElement>(null);
  // Below the fields: what was asked for is shown when it comes.
  useEffect(() => region.current?.scrollIntoView({ block: 'nearest' }), []);
  const secrets = new Set(step.gives.filter(({ secret }) => secret).map(({ path }) => path));
  return (
    <div ref={region} class="step-answer">
      <Section title={t('uiAnswer')} class="stack">
        <Remarks tone="error" remarks={errors} named />
        <Remarks tone="warning" remarks={body.remarks} />
        <ResultsPart results={run.results} gives={step.gives} />
        {step.flags && json !== undefined && <AnswerFlags flags={step.flags} json={json} />}
        <div class="row-actions">
          <h3>{t('uiBody')}</h3>
          <CopyButton what={t('uiBodyWord')} value={answer.body} />
        </div>
        {body.kind === 'empty' && <p class="muted">{t('uiBodyEmpty')}</p>}
        {body.kind === 'json' && json !== undefined && (
          <JsonTree label={t('uiBody')} json={json} secrets={secrets} />
        )}
        {body.kind === 'text' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long text must be scrolled by keyboard
          <pre class="object-json step-preview" tabIndex={0}>
            <Value multiline text={answer.body} />
          </pre>
        )}
        <details class="request-notes">
          <summary>{t('uiHeaderCount', answer.headers.length)}</summary>
          <dl class="facts">
            {answer.headers.map(([name, value]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>
                  <Value text={value} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </details>
      </Section>
    </div>
  );
}

interface RemarksProps {
  readonly tone: 'error' | 'warning';
  readonly remarks: readonly Remark[];
  /** The code is the provider's own and is shown. */
  readonly named?: boolean;
}

function Remarks({ tone, remarks, named = false }: RemarksProps): JSX.Element {
  return (
    <>
      {remarks.map(({ code, message, remedy, source }) => (
        <Note key={`${code} ${message}`} tone={tone} {...(named ? { word: code } : {})}>
          {makeVisible(message)} {remedy} {source !== undefined && <span class="muted">{source}</span>}
        </Note>
      ))}
    </>
  );
}
