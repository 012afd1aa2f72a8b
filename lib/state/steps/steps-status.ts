import type { StepProblem } from '../../calls/types.ts';
import { t } from '../../i18n/t.ts';
import type { StepOutcome } from '../../storage/step-values.ts';

/** Where a step stands. */
export type StepStatus =
  | { readonly kind: 'ready' }
  | { readonly kind: 'lacks'; readonly names: readonly string[] }
  | { readonly kind: 'wrong'; readonly names: readonly string[] }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly outcome?: StepOutcome }
  | { readonly kind: 'failed'; readonly outcome: StepOutcome };

interface StatusFacts {
  readonly running: boolean;
  readonly outcome: StepOutcome | undefined;
  /** A step that happens elsewhere has happened. */
  readonly happened: boolean;
  readonly problems: readonly StepProblem[];
}

/** The status of a step: what happened to it counts more than what it lacks. */
export function stepStatus({ running, outcome, happened, problems }: StatusFacts): StepStatus {
  if (running) return { kind: 'running' };
  if (outcome) return outcome.ok ? { kind: 'done', outcome } : { kind: 'failed', outcome };
  if (happened) return { kind: 'done' };
  const names = (accept: (problem: StepProblem) => boolean): readonly string[] => [
    ...new Set(problems.filter(accept).map(({ field }) => field.slice(field.indexOf(' ') + 1))),
  ];
  const missing = names(({ code }) => code === 'missing' || code === 'base-missing');
  if (missing.length > 0) return { kind: 'lacks', names: missing };
  const wrong = names(({ severity }) => severity !== 'warning');
  return wrong.length > 0 ? { kind: 'wrong', names: wrong } : { kind: 'ready' };
}

/** A status in a few words. */
export function statusLabels(status: StepStatus): string {
  switch (status.kind) {
    case 'ready':
      return t('stepsReady');
    case 'lacks':
      return some('stepsLacks', status.names);
    case 'wrong':
      return some('stepsCheck', status.names);
    case 'running':
      return t('stepsRunning');
    case 'done':
      return status.outcome?.status === undefined
        ? t('stepsDone')
        : t('stepsDoneHttp', status.outcome.status);
    case 'failed':
      return status.outcome.status === undefined
        ? t('stepsFailed')
        : t('stepsFailedHttp', status.outcome.status);
  }
}

function some(what: 'stepsLacks' | 'stepsCheck', names: readonly string[]): string {
  const first = names.slice(0, 2).join(', ');
  const more = names.length - 2;
  if (more <= 0) return t(what, first);
  return t(what === 'stepsLacks' ? 'stepsLacksMore' : 'stepsCheckMore', first, more);
}
