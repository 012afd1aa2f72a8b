import { t } from '../../i18n/t.ts';
import { readBase64url } from '../../jwt/base64url.ts';
import { bitLength } from '../../jwt/bit-length.ts';
import type { KeyRecord, StoredKey } from '../../keys/types.ts';

/** What a record is, told by the key itself, so that it holds for records of every age. */
export interface RecordDescription {
  readonly type: 'private' | 'public' | 'secret';
  /** JWK key type (RFC 7518 section 6.1). */
  readonly kty: string;
  /** `RSA, 2048 bits`, `P-256`, `HMAC, 256 bits`. */
  readonly material: string;
  /** What it may do, such as `sign`. */
  readonly usages: readonly string[];
  /** Whether the private part or the secret can be exported. */
  readonly extractable: boolean;
  /** True for a secret that an earlier version stored and whose bytes the browser holds back, so that it cannot be encrypted. */
  readonly unencrypted: boolean;
}

/** Describes a stored key. */
export function describeRecord(record: KeyRecord): RecordDescription {
  const { publicJwk, privateKey, secretKey } = record;
  if (secretKey) {
    const { length } = secretKey.algorithm as HmacKeyAlgorithm;
    return {
      type: 'secret',
      kty: 'oct',
      material: t('keysMaterial', 'HMAC', length),
      usages: secretKey.usages,
      extractable: secretKey.extractable,
      unencrypted: isUnencrypted(record, secretKey),
    };
  }
  return {
    type: privateKey ? 'private' : 'public',
    kty: publicJwk.kty ?? '',
    material: keyMaterial(publicJwk),
    usages: privateKey?.usages ?? [publicJwk.use === 'enc' ? 'encrypt' : 'verify'],
    extractable: privateKey?.extractable ?? false,
    unencrypted: privateKey !== undefined && isUnencrypted(record, privateKey),
  };
}

function isUnencrypted({ sealed, material }: KeyRecord, { extractable }: CryptoKey): boolean {
  return !(sealed ?? material) && !extractable;
}

/** What a public key is made of: `RSA, 2048 bits`, or the name of its curve. */
export function keyMaterial({ kty = '', crv, n }: JsonWebKey): string {
  if (kty !== 'RSA') return crv ?? kty;
  return t('keysMaterial', 'RSA', bitLength(readBase64url(n ?? '').bytes));
}

/** True for a key that has its private part. */
export function isPrivateRecord(record: KeyRecord): record is StoredKey {
  return record.privateKey !== undefined;
}
