import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { membersOf } from '../../lib/calls/check-field.ts';
import { t } from '../../lib/i18n/t.ts';
import type { StepChoice, StepField } from '../../lib/providers/step-types.ts';

interface StepControlProps {
  readonly id: string;
  readonly field: StepField;
  readonly value: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly revealed: boolean;
  readonly onChange: (value: string) => void;
}

const OTHER = '\u0000other';
const BOOLEANS: readonly StepChoice[] = [{ value: 'true' }, { value: 'false' }];

/** A text box, a choice, or a checklist, as the field wants it. A secret is typed blindly unless revealed. */
export function StepControl(props: StepControlProps): JSX.Element {
  const { id, field, value, invalid, describedBy, revealed, onChange } = props;
  const [typing, setTyping] = useState(false);
  const choices = field.type === 'boolean' ? BOOLEANS : (field.choices ?? []);
  const described = { 'aria-invalid': invalid, 'aria-describedby': describedBy };
  if (field.type === 'list' && choices.length > 0) return <ListControl {...props} />;
  const known = value === '' || choices.some((choice) => choice.value === value);
  if (choices.length > 1 && known && !typing) {
    return (
      <select
        id={id}
        class="input monospace"
        value={value}
        {...described}
        onChange={(event) => {
          if (event.currentTarget.value === OTHER) setTyping(true);
          else onChange(event.currentTarget.value);
        }}
      >
        <option value="">{field.required ? '' : t('stepsOptionNotSent')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.value}
            {choice.says === undefined ? '' : `: ${choice.says}`}
          </option>
        ))}
        {field.open && <option value={OTHER}>{t('stepsOther')}</option>}
      </select>
    );
  }
  if (field.type === 'json' || (value.includes('\n') && !field.secret)) {
    return (
      <textarea
        id={id}
        class="input"
        rows={Math.min(Math.max(value.split('\n').length, 2), 8)}
        spellcheck={false}
        value={value}
        {...described}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <input
      id={id}
      class={`input monospace ${field.secret && !revealed ? 'step-masked' : ''}`}
      type="text"
      spellcheck={false}
      autocomplete="off"
      value={value}
      {...described}
      onInput={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setTyping(false)}
    />
  );
}

/** A text box with the whole list, and a check box for each member that is known. */
function ListControl({ id, field, value, invalid, describedBy, onChange }: StepControlProps): JSX.Element {
  const members = membersOf(value);
  const toggle = (choice: string, on: boolean): void => {
    onChange((on ? [...members, choice] : members.filter((member) => member !== choice)).join(' '));
  };
  const choices = field.choices ?? [];
  return (
    <div class="step-list-control">
      <input
        id={id}
        class="input monospace"
        spellcheck={false}
        autocomplete="off"
        value={value}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <fieldset class="step-checklist">
        <legend class="muted">
          {t(
            'stepsChosen',
            choices.filter((choice) => members.includes(choice.value)).length,
            choices.length,
          )}
        </legend>
        {choices.map((choice) => (
          <label key={choice.value} class="check step-check">
            <input
              type="checkbox"
              checked={members.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
            />
            <span>
              <span class="monospace">{choice.value}</span>
              {choice.says !== undefined && <span class="muted"> {choice.says}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
