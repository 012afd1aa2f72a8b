import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Trans } from '../ui/trans.tsx';

interface NamedValuesProps {
  /** Such as `Values filled in of Live`. */
  readonly label: string;
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly isSecret?: (name: string) => boolean;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** Values by name, in rows that are edited in place; secret ones are masked. */
export function NamedValueFields({
  label,
  title,
  values,
  isSecret,
  onChange,
}: NamedValuesProps): JSX.Element {
  const id = useId();
  const [name, setName] = useState('');
  const entries = Object.entries(values);
  const set = (changed: string, value: string): void => onChange({ ...values, [changed]: value });
  const add = (): void => {
    if (name.trim() !== '' && !Object.hasOwn(values, name.trim())) set(name.trim(), '');
    setName('');
  };
  return (
    <fieldset class="profile-values" aria-label={label}>
      <span class="muted">{title}</span>
      {entries.map(([one, value], index) => (
        <div class="profile-value" key={one}>
          <label class="monospace" for={`${id}-${index}`}>
            {one}
          </label>
          <ValueBox
            id={`${id}-${index}`}
            name={one}
            masked={isSecret?.(one) ?? false}
            value={value}
            onInput={(text) => set(one, text)}
          />
          <button
            type="button"
            class="button quiet"
            aria-label={t('profilesRemoveValue', one, label)}
            onClick={() => onChange(Object.fromEntries(entries.filter(([kept]) => kept !== one)))}
          >
            {t('wordRemove')}
          </button>
        </div>
      ))}
      <div class="row-actions">
        <input
          class="input monospace"
          aria-label={t('profilesNameToAdd', label)}
          placeholder={t('profilesNameHint')}
          spellcheck={false}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="button" class="button" disabled={name.trim() === ''} onClick={add}>
          {t('profilesAdd')}
        </button>
      </div>
    </fieldset>
  );
}

interface ValueBoxProps {
  readonly id: string;
  readonly name: string;
  readonly masked: boolean;
  readonly value: string;
  readonly onInput: (text: string) => void;
}

function ValueBox({ name, masked, onInput, ...rest }: ValueBoxProps): JSX.Element {
  const [revealed, setRevealed] = useState(false);
  const shared = {
    ...rest,
    class: 'input monospace',
    autocomplete: 'off',
    spellcheck: false,
    onInput: (event: InputEvent & { readonly currentTarget: HTMLInputElement }) =>
      onInput(event.currentTarget.value),
  } as const;
  if (!masked) return <input type="text" {...shared} />;
  return (
    <span class="profile-secret">
      {revealed ? <input type="text" {...shared} /> : <input type="password" {...shared} />}
      <button
        type="button"
        class="button quiet"
        aria-pressed={revealed}
        onClick={() => setRevealed(!revealed)}
      >
        <Trans name="profilesReveal">{<span class="visually-hidden">{name}</span>}</Trans>
      </button>
    </span>
  );
}
