import type { KeyRecord } from './types.ts';

/** The secret bytes of a key, and what makes a CryptoKey of them again. */
export interface KeyMaterial {
  /** A private key is PKCS #8 (RFC 5208), a shared secret its bytes. */
  readonly format: 'pkcs8' | 'raw';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly algorithm: { readonly name: string; readonly hash?: string; readonly namedCurve?: string };
  readonly usages: readonly KeyUsage[];
  /** Whether the user may export the key. */
  readonly extractable: boolean;
}

/** Reads an extractable private or secret key. */
export async function readMaterial(key: CryptoKey, extractable: boolean): Promise<KeyMaterial> {
  const format = key.type === 'secret' ? 'raw' : 'pkcs8';
  const bytes = new Uint8Array(await crypto.subtle.exportKey(format, key));
  const { name, hash, namedCurve } = key.algorithm as Algorithm & { hash?: Algorithm; namedCurve?: string };
  return {
    format,
    bytes,
    algorithm: { name, ...(hash ? { hash: hash.name } : {}), ...(namedCurve ? { namedCurve } : {}) },
    usages: key.usages,
    extractable,
  };
}

/** The key itself. */
export function openMaterial({
  format,
  bytes,
  algorithm,
  usages,
  extractable,
}: KeyMaterial): Promise<CryptoKey> {
  return crypto.subtle.importKey(format, bytes, algorithm, extractable, [...usages]);
}

/**
 * A record whose key can be kept: it carries the secret bytes until it is stored, and a handle that gives them away only
 * when that was chosen.
 * @param record with an extractable key; a public key is given back as it is
 */
export async function withMaterial<R extends KeyRecord>(record: R, extractable: boolean): Promise<R> {
  const key = record.privateKey ?? record.secretKey;
  if (!key) return record;
  const material = await readMaterial(key, extractable);
  const handle = extractable ? key : await openMaterial(material);
  return { ...record, material, ...(record.privateKey ? { privateKey: handle } : { secretKey: handle }) };
}
