import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import type { DecryptionKey } from '../../jwt/decrypt.ts';
import { looksLikePem } from '../../jwt/pem.ts';
import { readVerifyKey } from '../../jwt/read-verify-key.ts';
import type { SecretText } from '../../jwt/verify-types.ts';
import { readJwks } from '../../keys/import-jwk.ts';
import { importKey } from '../../keys/import-key.ts';
import { importPem } from '../../keys/import-pem.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { KeySource } from './token-key-input.ts';

/** Everything that decides which key encrypts or decrypts. */
export interface EncryptionKeyInput {
  readonly source: KeySource;
  readonly pasted: string;
  readonly passphrase: string;
  readonly secret: string;
  readonly encoding: SecretText['encoding'];
  readonly saved: KeyRecord | undefined;
}

/** Reads what was given as a key; undefined while nothing was. Rejects with a sentence and a remedy. */
export async function resolveEncryptionKey(
  { source, pasted, passphrase, secret, encoding, saved }: EncryptionKeyInput,
  purpose: 'encrypt' | 'decrypt',
): Promise<DecryptionKey | undefined> {
  if (source === 'saved') {
    return purpose === 'encrypt'
      ? (saved?.publicJwk ?? saved?.secretKey)
      : (saved?.privateKey ?? saved?.secretKey);
  }
  if (source === 'secret') return secret === '' ? undefined : secretBytes({ secret, encoding });
  const text = pasted.trim();
  if (text === '') return undefined;
  if (looksLikePem(text)) return (await importPem(text, passphrase)).jwk;
  if (!/^[{[]/.test(text)) await importKey(text);
  const keys = readJwks(text);
  return keys.length === 1 && keys[0] ? keys[0] : oneOf(keys, purpose);
}

/** A token names the key that decrypts it; for encrypting, the set must say which key is for that. */
function oneOf(keys: ReturnType<typeof readJwks>, purpose: 'encrypt' | 'decrypt'): DecryptionKey {
  if (purpose === 'decrypt') return { keys: [...keys] };
  const [first] = keys.filter(({ use }) => use === 'enc');
  if (first) return first;
  throw new CodedError('several-keys', t('tokenSeveralKeys', keys.length), t('tokenSeveralKeysRemedy'));
}

function secretBytes(text: SecretText): Uint8Array {
  const { candidates, fault } = readVerifyKey(text);
  const material = candidates[0]?.material;
  if (material && 'secret' in material) return material.secret;
  throw new CodedError('secret', fault ?? t('tokenSecretUnreadable'), t('tokenSecretRemedy'));
}
