import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { ParameterSpec } from '../../lib/providers/types.ts';

interface FieldControlProps {
  readonly id: string;
  readonly spec: ParameterSpec;
  readonly value: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onChange: (value: string) => void;
}

const OTHER = '\u0000other';

/** A text box; a choice where there are several values to choose from, which gives way to a text box for another one. */
export function FieldControl({
  id,
  spec,
  value,
  invalid,
  describedBy,
  onChange,
}: FieldControlProps): JSX.Element {
  const choices = spec.list ? [] : (spec.choices ?? []);
  const [typing, setTyping] = useState(false);
  const described = { 'aria-invalid': invalid, 'aria-describedby': describedBy };
  const offered = choices.length > 1 && !typing && (value === '' || choices.includes(value));
  if (offered) {
    return (
      <select
        id={id}
        class="input monospace"
        value={value}
        {...described}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen === OTHER) setTyping(true);
          else onChange(chosen);
        }}
      >
        <option value="">{spec.required ? '' : t('requestNotSent')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
        {spec.open && <option value={OTHER}>{t('requestOther')}</option>}
      </select>
    );
  }
  if (spec.checks.some(({ kind }) => kind === 'json')) {
    return (
      <textarea
        id={id}
        class="input"
        rows={value.includes('\n') ? 5 : 2}
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
      class="input monospace"
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
