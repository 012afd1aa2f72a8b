import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { SecretText } from '../../lib/jwt/verify-types.ts';
import { type KeyInput, looksPrivate } from '../../lib/state/token/token-key-input.ts';
import { SavedKeyField } from './saved-key-field.tsx';
import { SecretField } from './secret-field.tsx';

/** What a key is wanted for. */
export type KeyPurpose = 'verify' | 'sign' | 'encrypt' | 'decrypt';

/** What a pasted key may be, by purpose. */
const HINTS = {
  verify: 'tokenHintVerify',
  sign: 'tokenHintSign',
  encrypt: 'tokenHintEncrypt',
  decrypt: 'tokenHintDecrypt',
} as const satisfies Record<KeyPurpose, MessageName>;

const ENCODINGS = {
  text: 'tokenSecretText',
  base64url: 'tokenSecretBase64url',
  hex: 'tokenSecretHex',
} as const satisfies Record<SecretText['encoding'], MessageName>;

interface KeyFieldsProps {
  readonly input: KeyInput;
  readonly purpose: KeyPurpose;
}

/** The fields of the chosen source. */
export function KeyFields({ input, purpose }: KeyFieldsProps): JSX.Element {
  const id = useId();
  if (input.source.value === 'saved') {
    return <SavedKeyField input={input} offerEvery={purpose === 'verify'} />;
  }
  if (input.source.value === 'secret') {
    return (
      <div class="row-actions">
        <SecretField
          what="secret"
          text={input.secret.value}
          onInput={(text) => {
            input.secret.value = text;
          }}
        />
        <label for={id} class="visually-hidden">
          {t('tokenSecretEncoding')}
        </label>
        <select
          id={id}
          class="input"
          value={input.encoding.value}
          onChange={(event) => {
            input.encoding.value = event.currentTarget.value as SecretText['encoding'];
          }}
        >
          {Object.entries(ENCODINGS).map(([encoding, label]) => (
            <option key={encoding} value={encoding}>
              {t(label)}
            </option>
          ))}
        </select>
      </div>
    );
  }
  const encrypted = /BEGIN ENCRYPTED PRIVATE KEY/.test(input.pasted.value);
  return (
    <>
      <SecretField
        what="key"
        multiline
        open={!looksPrivate(input.pasted.value)}
        placeholder={t(HINTS[purpose])}
        text={input.pasted.value}
        onInput={(text) => {
          input.pasted.value = text;
        }}
      />
      {encrypted && (
        <SecretField
          what="passphrase"
          text={input.passphrase.value}
          onInput={(text) => {
            input.passphrase.value = text;
          }}
        />
      )}
    </>
  );
}
