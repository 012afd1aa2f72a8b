import { migrateSummary } from '../flow/migrate-summary.ts';
import { type ReadFlow, readFlow } from '../flow/schema/read-flow.ts';
import type { EncryptedRecord } from './archive-database.ts';
import type { IndexPage, IndexRow } from './archive-index.ts';
import { encryptBytes } from './encrypted.ts';
import { decryptJson, encryptJson } from './encrypted-json.ts';

const flowName = (id: string): string => `flow:${id}`;
const pageName = (id: string): string => `page:${id}`;

/** A flow as it lies on disk, and its size as JSON in UTF-8. @param stored of `storedFlow` */
export async function encryptFlow(
  key: CryptoKey,
  id: string,
  stored: object,
): Promise<{ readonly record: EncryptedRecord; readonly bytes: number }> {
  const text = new TextEncoder().encode(JSON.stringify(stored));
  return {
    record: { id, ...(await encryptBytes(key, flowName(id), text)) },
    bytes: text.length,
  };
}

/** What is stored of a flow: as it was read, and itself. */
export type StoredFlow = ReadFlow & { readonly stored: unknown };

/** Undefined when the record was encrypted with another key or damaged. */
export async function decryptFlow(key: CryptoKey, record: EncryptedRecord): Promise<StoredFlow | undefined> {
  try {
    const stored = await decryptJson<unknown>(key, flowName(record.id), record);
    return { ...readFlow(stored), stored };
  } catch {
    return undefined;
  }
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
  return (
    rows && {
      id: record.id,
      rows: rows.map((row) => ({ ...row, summary: migrateSummary(row.summary) })),
    }
  );
}
