import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { TokenExpectations } from '../../lib/state/token-expectations.ts';
import type { VerifyChoices } from '../../lib/state/token-verify-options.ts';
import { useAppModel } from '../app/models.ts';
import { useTokenTab } from './token-context.ts';

const EXPECTED = {
  issuer: { label: 'Expected iss', hint: '' },
  audience: { label: 'Expected aud', hint: 'one of several, separated by spaces' },
  nonce: { label: 'Expected nonce', hint: '' },
  state: { label: 'Expected state', hint: '' },
} as const satisfies Record<keyof TokenExpectations, { label: string; hint: string }>;

const CHOICES = {
  now: { label: 'Verify at', hint: 'now; or 2026-01-31 12:00:00Z, or seconds since 1970' },
  tolerance: { label: 'Clock tolerance in seconds', hint: '0' },
  algorithms: { label: 'Allowed algorithms', hint: 'all; or PS256, ES256' },
  payload: { label: 'Detached payload', hint: 'as it was signed' },
} as const satisfies Record<keyof VerifyChoices, { label: string; hint: string }>;

/** What is expected of the token, and how strictly it is verified. */
export function VerifyDetails(): JSX.Element {
  const { token: model } = useAppModel();
  const { verification } = useTokenTab();
  const expected = model.expected.value;
  const choices = verification.choices.value;
  const faults = verification.faults.value;
  const isDetached = model.shown.value.detached === true;
  const used =
    isDetached || [...Object.values(expected), ...Object.values(choices)].some((text) => text !== '');
  const [open, setOpen] = useState(used);
  useEffect(() => {
    if (used) setOpen(true);
  }, [used]);
  const names = Object.keys(CHOICES).filter(
    (name) => name !== 'payload' || isDetached || choices.payload !== '',
  ) as (keyof VerifyChoices)[];
  return (
    <details class="token-details" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Details: expectations, clock and algorithms</summary>
      <div class="token-grid">
        {(Object.keys(EXPECTED) as (keyof TokenExpectations)[]).map((name) => (
          <Field
            key={name}
            {...EXPECTED[name]}
            text={expected[name]}
            onInput={(text) => {
              model.expected.value = { ...expected, [name]: text };
            }}
          />
        ))}
        {names.map((name) => (
          <Field
            key={name}
            {...CHOICES[name]}
            text={choices[name]}
            fault={faults[name]}
            onInput={(text) => {
              verification.choices.value = { ...choices, [name]: text };
            }}
          />
        ))}
      </div>
    </details>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly fault?: string | undefined;
  readonly onInput: (text: string) => void;
}

function Field({ label, hint, text, fault, onInput }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="token-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input monospace"
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder={hint}
        value={text}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} class="tone-error">
          {fault}
        </p>
      )}
    </div>
  );
}
