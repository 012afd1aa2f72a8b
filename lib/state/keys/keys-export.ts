import { t } from '../../i18n/t.ts';
import { writePem } from '../../jwt/pem.ts';
import { KeyError } from '../../keys/key-error.ts';
import type { KeyRecord } from '../../keys/types.ts';

/** Forms in which a private part or a secret leaves. */
export type PrivateForm = 'pkcs8' | 'jwk';

/**
 * The private part or the secret of an extractable key as text. Called only after the user asked for it twice. Throws a
 * {@link KeyError}.
 */
export async function exportPrivate(record: KeyRecord, form: PrivateForm): Promise<string> {
  const key = record.privateKey ?? record.secretKey;
  if (!key?.extractable) {
    throw new KeyError(
      'not-a-key',
      t(key ? 'keysNotExtractable' : 'keysNoPrivatePart', record.name),
      t('keysExportRemedy'),
    );
  }
  if (form === 'pkcs8')
    return writePem('PRIVATE KEY', new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)));
  const { key_ops, ext, ...jwk } = await crypto.subtle.exportKey('jwk', key);
  return JSON.stringify({ ...jwk, kid: record.kid, alg: record.algorithm }, undefined, 2);
}
