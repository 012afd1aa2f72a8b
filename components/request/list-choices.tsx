import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';

interface ListChoicesProps {
  readonly name: string;
  readonly choices: readonly string[];
  /** Members with a space between (RFC 6749 section 3.3). */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Check boxes for the known members of a list; the others stay as they were typed. */
export function ListChoices({ name, choices, value, onChange }: ListChoicesProps): JSX.Element {
  const members = value.split(/\s+/).filter((member) => member !== '');
  const toggle = (choice: string, on: boolean): void => {
    onChange((on ? [...members, choice] : members.filter((member) => member !== choice)).join(' '));
  };
  return (
    <fieldset class="list-choices">
      <legend class="visually-hidden">{t('requestKnownValues', name)}</legend>
      {choices.map((choice) => (
        <label key={choice} class="check monospace">
          <input
            type="checkbox"
            checked={members.includes(choice)}
            onChange={(event) => toggle(choice, event.currentTarget.checked)}
          />
          {choice}
        </label>
      ))}
    </fieldset>
  );
}
