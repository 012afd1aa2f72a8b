import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { StepSpec } from '../../lib/providers/step-types.ts';
import { type StepStatus, statusLabels } from '../../lib/state/steps/steps-status.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useStepsModel } from './steps-context.ts';

const MARKS = {
  ready: { icon: 'chevron-right', tone: 'info' },
  lacks: { icon: 'info', tone: 'muted' },
  wrong: { icon: 'warning', tone: 'warning' },
  running: { icon: 'open', tone: 'info' },
  done: { icon: 'completed', tone: 'success' },
  failed: { icon: 'failed', tone: 'error' },
} as const satisfies Record<StepStatus['kind'], { readonly icon: IconName; readonly tone: string }>;

/** The steps in their order, each with its state in words. */
export function StepList(): JSX.Element {
  const model = useStepsModel();
  const selected = model.step.value?.id;
  const move = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.step-row')];
    event.preventDefault();
    buttons[buttons.indexOf(event.target as HTMLElement) + by]?.focus();
  };
  return (
    <nav aria-label={t('stepsSteps')} onKeyDown={move}>
      <ol class="step-list">
        {model.steps.value.map(({ step, status }, index) => (
          <li key={step.id} class="step-item">
            <button
              type="button"
              class="step-row"
              aria-current={step.id === selected ? 'step' : undefined}
              onClick={() => model.select(step.id)}
            >
              <span class="step-number">{index + 1}</span>
              <span class="step-name">
                <span>{step.name}</span>
                {step.optional && <span class="muted"> {t('stepsOptional')}</span>}
              </span>
              <span class={`step-state tone-${MARKS[status.kind].tone}`}>
                <Icon name={MARKS[status.kind].icon} /> {wordsOf(step, status)}
              </span>
            </button>
            {step.request && (
              <button
                type="button"
                class="button quiet step-run-row"
                tabIndex={-1}
                aria-label={t('stepsRunStep', step.name)}
                title={t('stepsRunStep', step.name)}
                aria-disabled={status.kind === 'running'}
                onClick={() => status.kind !== 'running' && void model.runStep(step.id)}
              >
                <Icon name="launch" />
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const ELSEWHERE = {
  authorize: 'stepsInRequestTab',
  sign: 'stepsInRequestTab',
  callback: 'stepsInFlowsTab',
} as const satisfies Record<string, MessageName>;

function wordsOf({ kind }: StepSpec, status: StepStatus): string {
  return kind !== 'call' && status.kind === 'ready' ? t(ELSEWHERE[kind]) : statusLabels(status);
}
