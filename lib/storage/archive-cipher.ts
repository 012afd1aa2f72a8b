import type { Flow } from '../flow/types.ts';
import type { SealedRecord } from './archive-database.ts';
import type { IndexPage, IndexRow } from './archive-index.ts';
import { seal } from './sealed.ts';
import { sealJson, unsealJson } from './sealed-json.ts';

const flowName = (id: string): string => `flow:${id}`;
const pageName = (id: string): string => `page:${id}`;

/** A flow as it lies on disk, and its size as JSON in UTF-8. */
export async function sealFlow(
  key: CryptoKey,
  flow: Flow,
): Promise<{ readonly record: SealedRecord; readonly bytes: number }> {
  const text = new TextEncoder().encode(JSON.stringify(flow));
  return { record: { id: flow.id, ...(await seal(key, flowName(flow.id), text)) }, bytes: text.length };
}

/** Undefined when the record was sealed with another key or damaged. */
export function unsealFlow(key: CryptoKey, record: SealedRecord): Promise<Flow | undefined> {
  return unsealJson<Flow>(key, flowName(record.id), record).catch(() => undefined);
}

/** A page of the index as it lies on disk. */
export async function sealPage(key: CryptoKey, { id, rows }: IndexPage): Promise<SealedRecord> {
  return { id, ...(await sealJson(key, pageName(id), rows)) };
}

/** Undefined when the record was sealed with another key or damaged. */
export async function unsealPage(key: CryptoKey, record: SealedRecord): Promise<IndexPage | undefined> {
  const rows = await unsealJson<readonly IndexRow[]>(key, pageName(record.id), record).catch(() => undefined);
  return rows && { id: record.id, rows };
}
