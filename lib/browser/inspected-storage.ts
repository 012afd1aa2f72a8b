import { readStorageScan } from '../flow/app-storage/read-storage-scan.ts';
import { type StorageScan, scanStorage, type Wanted } from '../flow/app-storage/storage-scan.ts';
import { browser } from './browser.ts';

/**
 * Looks into the storage of the page that DevTools inspect, which needs no access to its host. Only names and what they hold come
 * back. Undefined where the page cannot be asked.
 */
export async function inspectedStorage(wanted: Wanted): Promise<StorageScan | undefined> {
  const area = (name: string): string =>
    `${name}: (() => { try { return ${name}; } catch { return undefined; } })()`;
  const script = `(${scanStorage.toString()})(${JSON.stringify(wanted)}, location.origin, { ${area('sessionStorage')}, ${area('localStorage')} })`;
  const answer: unknown = await browser.devtools.inspectedWindow.eval(script);
  const [scan] = Array.isArray(answer) ? answer : [answer];
  return readStorageScan(scan);
}
