import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SecretText } from '../../lib/jwt/verify-types.ts';
import { type KeyInput, looksPrivate } from '../../lib/state/token-key-input.ts';
import { SavedKeyField } from './saved-key-field.tsx';
import { SecretField } from './secret-field.tsx';

/** What a key is wanted for. */
export type KeyPurpose = 'verify' | 'sign' | 'encrypt' | 'decrypt';

/** What a pasted key may be, by purpose. */
const HINTS = {
  verify: 'Paste a public key, a certificate, a JWK or a JWKS',
  sign: 'Paste a private key as PEM or JWK',
  encrypt: 'Paste the recipient’s public key, certificate, JWK or JWKS',
  decrypt: 'Paste your private key as PEM or JWK',
} as const satisfies Record<KeyPurpose, string>;

const ENCODINGS = {
  text: 'as text',
  base64url: 'as base64url',
  hex: 'as hexadecimal',
} as const satisfies Record<SecretText['encoding'], string>;

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
          label="Secret"
          text={input.secret.value}
          onInput={(text) => {
            input.secret.value = text;
          }}
        />
        <label for={id} class="visually-hidden">
          How the secret is written
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
              {label}
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
        label="Key"
        multiline
        open={!looksPrivate(input.pasted.value)}
        placeholder={HINTS[purpose]}
        text={input.pasted.value}
        onInput={(text) => {
          input.pasted.value = text;
        }}
      />
      {encrypted && (
        <SecretField
          label="Passphrase"
          text={input.passphrase.value}
          onInput={(text) => {
            input.passphrase.value = text;
          }}
        />
      )}
    </>
  );
}
