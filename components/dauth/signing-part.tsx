import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { DauthForm } from '../../lib/state/dauth/dauth-draft.ts';
import { Section } from '../ui/section.tsx';
import { useDauthModel } from './dauth-context.ts';
import { KeyPart } from './key-part.tsx';
import { RecipientPart } from './recipient-part.tsx';

const FORMS: readonly { readonly id: DauthForm; readonly label: MessageName }[] = [
  { id: 'signed', label: 'dauthSigned' },
  { id: 'encrypted', label: 'dauthEncrypted' },
];

/** Which form the token takes, and with which key. */
export function SigningPart(): JSX.Element {
  const model = useDauthModel();
  const { form } = model.choices.value;
  return (
    <Section title={t('dauthToken')} class="request-group group-security">
      <fieldset class="dauth-forms">
        <legend class="visually-hidden">{t('dauthForm')}</legend>
        {FORMS.map(({ id, label }) => (
          <label key={id} class="check">
            <input
              type="radio"
              name="dauth-form"
              checked={form === id}
              onChange={() => model.choose({ form: id })}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      {form === 'signed' ? <KeyPart /> : <RecipientPart />}
    </Section>
  );
}
