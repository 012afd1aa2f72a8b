import type { Flow } from '../flow/types.ts';
import type { EncryptedRecord } from './archive-database.ts';
import type { IndexPage, IndexRow } from './archive-index.ts';
import { encryptBytes } from './encrypted.ts';
import { decryptJson, encryptJson } from './encrypted-json.ts';

const flowName = (id: string): string => `flow:${id}`;
const pageName = (id: string): string => `page:${id}`;

/** A flow as it lies on disk, and its size as JSON in UTF-8. */
export async function encryptFlow(
  key: CryptoKey,
  flow: Flow,
): Promise<{ readonly record: EncryptedRecord; readonly bytes: number }> {
  const text = new TextEncoder().encode(JSON.stringify(flow));
  return {
    record: { id: flow.id, ...(await encryptBytes(key, flowName(flow.id), text)) },
    bytes: text.length,
  };
}

/** Undefined when the record was encrypted with another key or damaged. */
export function decryptFlow(key: CryptoKey, record: EncryptedRecord): Promise<Flow | undefined> {
  return decryptJson<Flow>(key, flowName(record.id), record).catch(() => undefined);
}

/** A page of the index as it lies on disk. */
export async function encryptPage(key: CryptoKey, { id, rows }: IndexPage): Promise<EncryptedRecord> {
  return { id, ...(await encryptJson(key, pageName(id), rows)) };
}

/** Undefined when the record was encrypted with another key or damaged. */
export async function decryptPage(key: CryptoKey, record: EncryptedRecord): Promise<IndexPage | undefined> {
  const rows = await decryptJson<readonly IndexRow[]>(key, pageName(record.id), record).catch(
    () => undefined,
  );
  return rows && { id: record.id, rows };
}
