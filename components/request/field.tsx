import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { ParameterSpec } from '../../lib/providers/types.ts';
import { FieldControl } from './field-control.tsx';
import { ListChoices } from './list-choices.tsx';
import { RequestNotes } from './notes.tsx';
import { remarkPlace } from './remark-place.ts';
import { Remarks } from './remarks.tsx';
import { useRequestModel } from './request-context.ts';

/** One parameter: its control, what it is, what it must be, and what is wrong with it. */
export function RequestField({ spec }: { readonly spec: ParameterSpec }): JSX.Element {
  const model = useRequestModel();
  const id = useId();
  const { name, required, description, constraint, generate, notes = [], source } = spec;
  const value = useComputed(() => model.values.value[name] ?? '');
  const remarks = useComputed(() =>
    model.findings.remarks.value.filter((remark) => remarkPlace(remark, model) === name),
  );
  const set = (next: string): void => model.setValue(name, next);
  return (
    <div class="field" data-parameter={name}>
      <div class="field-name">
        <label for={id} class="monospace">
          {name}
        </label>
        {required && <span class="muted field-required">{t('requestRequired')}</span>}
      </div>
      <div class="field-body">
        <div class="request-control">
          <FieldControl
            id={id}
            spec={spec}
            value={value.value}
            invalid={remarks.value.some(({ severity }) => severity === 'error')}
            describedBy={`${id}-about ${id}-problems`}
            onChange={set}
          />
          {generate && (
            <button
              type="button"
              class="button"
              aria-label={t('requestRenewName', name)}
              title={t('requestRenewTitle', name)}
              onClick={() => void model.renew(name)}
            >
              {t('requestRenew')}
            </button>
          )}
        </div>
        {spec.list && spec.choices && (
          <ListChoices name={name} choices={spec.choices} value={value.value} onChange={set} />
        )}
        <p id={`${id}-about`} class="muted">
          {description} <span class="field-constraint">{constraint}</span>
        </p>
        <RequestNotes
          summary={notes.length > 0 ? tCount('requestNotesAndSource', notes.length) : t('requestSource')}
          notes={notes}
          source={source}
        />
        <div id={`${id}-problems`} class="field-problems">
          <Remarks
            remarks={remarks.value}
            label={t('requestFindingsOn', name)}
            onSilence={(rule) => void model.findings.silence(rule)}
          />
        </div>
      </div>
    </div>
  );
}
