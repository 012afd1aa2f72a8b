import { encodeBase64url, readBase64url } from '../jwt/base64url.ts';
import { type KeyMaterial, openMaterial, readMaterial } from '../keys/key-material.ts';
import type { KeyRecord } from '../keys/types.ts';
import { decryptJson, encryptJson } from './encrypted-json.ts';

/**
 * A key as it lies in the database: its secret bytes encrypted. A record of version 0.1.0 whose CryptoKey gives nothing
 * away lies there as it is.
 */
export type KeyDatabaseRecord =
  | KeyRecord
  | (Omit<KeyRecord, 'privateKey' | 'secretKey' | 'material'> & EncryptedPart);

interface EncryptedPart {
  readonly sealed: NonNullable<KeyRecord['sealed']>;
  readonly privateKey?: undefined;
  readonly secretKey?: undefined;
}

const nameOf = (id: string): string => `key:${id}`;

/** What is stored of a key. */
export async function encryptKeyRecord(
  root: () => Promise<CryptoKey>,
  record: KeyRecord,
): Promise<KeyDatabaseRecord> {
  const { privateKey, secretKey, material: fresh, sealed: before, ...facts } = record;
  const key = privateKey ?? secretKey;
  if (!key) return facts as KeyDatabaseRecord;
  if (before) return { ...facts, sealed: before };
  const material = fresh ?? (key.extractable ? await readMaterial(key, true) : undefined);
  if (!material) return record;
  const content = { ...material, bytes: encodeBase64url(material.bytes) };
  return { ...facts, sealed: await encryptJson(await root(), nameOf(record.id), content) };
}

/** The key, or undefined when what is stored cannot be opened. */
export async function openKeyRow(
  root: () => Promise<CryptoKey>,
  row: KeyDatabaseRecord,
): Promise<KeyRecord | undefined> {
  if (!row.sealed || row.privateKey || row.secretKey) return row as KeyRecord;
  const { bytes: text, ...rest } = await decryptJson<Omit<KeyMaterial, 'bytes'> & { readonly bytes: string }>(
    await root(),
    nameOf(row.id),
    row.sealed,
  ).catch(() => ({ bytes: undefined }) as never);
  const { bytes } = readBase64url(text ?? '*');
  if (!bytes) return undefined;
  const key = await openMaterial({ ...rest, bytes });
  return { ...row, ...(rest.format === 'pkcs8' ? { privateKey: key } : { secretKey: key }) } as KeyRecord;
}
