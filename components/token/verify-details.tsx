import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { TokenExpectations } from '../../lib/state/token/token-expectations.ts';
import type { VerifyChoices } from '../../lib/state/token/token-verify-options.ts';
import { useAppModel } from '../app/models.ts';
import { useTokenTab } from './token-context.ts';

interface FieldLabels {
  readonly label: MessageName;
  readonly hint?: MessageName;
}

const EXPECTED: Readonly<Record<keyof TokenExpectations, FieldLabels>> = {
  issuer: { label: 'tokenExpectedIss' },
  audience: { label: 'tokenExpectedAud', hint: 'tokenExpectedAudHint' },
  nonce: { label: 'tokenExpectedNonce' },
  state: { label: 'tokenExpectedState' },
};

const CHOICES: Readonly<Record<keyof VerifyChoices, FieldLabels>> = {
  now: { label: 'tokenVerifyAt', hint: 'tokenVerifyAtHint' },
  tolerance: { label: 'tokenTolerance', hint: 'tokenToleranceHint' },
  algorithms: { label: 'tokenAlgorithms', hint: 'tokenAlgorithmsHint' },
  payload: { label: 'tokenDetached', hint: 'tokenDetachedHint' },
};

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
      <summary>{t('tokenDetails')}</summary>
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

interface FieldProps extends FieldLabels {
  readonly text: string;
  readonly fault?: string | undefined;
  readonly onInput: (text: string) => void;
}

function Field({ label, hint, text, fault, onInput }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="token-field">
      <label for={id}>{t(label)}</label>
      <input
        id={id}
        class="input monospace"
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder={hint === undefined ? '' : t(hint)}
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
