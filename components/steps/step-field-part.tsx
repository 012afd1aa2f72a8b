import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { MASK } from '../../lib/calls/segments.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { ValueCandidate } from '../../lib/state/steps/steps-values.ts';
import type { FieldView } from '../../lib/state/steps/steps-view.ts';
import { RequestNotes } from '../request/notes.tsx';
import { Problems } from '../request/problems.tsx';
import { Icon } from '../ui/icon.tsx';
import { StepControl } from './step-control.tsx';
import { useStepsModel } from './steps-context.ts';

/** Values offered for a field beside the one that it holds. */
const MOST_OFFERED = 4;

/** One field: its control, what is offered for it, what it must be, and what is wrong with it. */
export function StepFieldPart({ view }: { readonly view: FieldView }): JSX.Element {
  const model = useStepsModel();
  const id = useId();
  const { field, key, value, typed, candidates } = view;
  const { name, required, description, constraint, generate, notes = [], source, prefix } = field;
  const problems = model.built.value.problems.filter((problem) => problem.field === key);
  const serious = problems.some(({ severity }) => severity !== 'warning');
  return (
    <div class="field">
      <div class="field-name">
        <label for={id} class="monospace">
          {name}
        </label>
        {required && <span class="muted field-required">{t('wordRequired')}</span>}
      </div>
      <div class="field-body">
        <div class="request-control">
          {prefix && <span class="monospace step-prefix">{prefix}</span>}
          <StepControl
            id={id}
            field={field}
            value={value}
            invalid={serious}
            describedBy={`${id}-about ${id}-problems`}
            revealed={model.revealed.value}
            onChange={(next) => model.setValue(field, next)}
          />
          {generate && (
            <button
              type="button"
              class="button"
              aria-label={t('stepsNewName', name)}
              title={t('stepsMakeFresh', name)}
              onClick={() => model.renew(field)}
            >
              {t('stepsNew')}
            </button>
          )}
        </div>
        <Offered view={view} />
        {typed && candidates.length === 0 && !generate && (
          <button type="button" class="button link step-reset" onClick={() => model.clearValue(field)}>
            {t('stepsTakeBack', name)}
          </button>
        )}
        <p id={`${id}-about`} class="muted">
          {description} <span class="field-constraint">{constraint}</span>
        </p>
        <RequestNotes
          summary={notes.length > 0 ? tCount('stepsFieldNotes', notes.length) : t('wordSource')}
          notes={notes}
          source={source}
        />
        <div id={`${id}-problems`} class="field-problems">
          <Problems
            problems={problems.map((problem) => ({
              ...problem,
              severity: problem.severity === 'warning' ? 'warning' : 'error',
            }))}
          />
        </div>
      </div>
    </div>
  );
}

/** Where the value comes from, and what else is there. */
function Offered({ view }: { readonly view: FieldView }): JSX.Element | null {
  const model = useStepsModel();
  const { field, value, candidates } = view;
  if (candidates.length === 0) return null;
  const shown = (candidate: ValueCandidate): string =>
    (candidate.secret || field.secret) && !model.revealed.value ? MASK : candidate.value;
  const use = (candidate: ValueCandidate): void => {
    if (candidate === candidates[0]) model.clearValue(field);
    else model.setValue(field, candidate.value);
  };
  return (
    <ul class="step-offers" aria-label={t('stepsOfferedFor', field.name)}>
      {candidates.slice(0, MOST_OFFERED).map((candidate) => {
        const used = candidate.value === value;
        return (
          <li key={`${candidate.label} ${candidate.value}`}>
            <button
              type="button"
              class="step-chip"
              aria-pressed={used}
              title={shown(candidate).slice(0, 300)}
              onClick={() => use(candidate)}
            >
              {used && <Icon name="check" />}
              {candidate.label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
