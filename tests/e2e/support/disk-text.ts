import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of a Chromium profile in which an extension's own data can lie. */
const STORES = ['IndexedDB', 'Local Extension Settings', 'Local Storage', 'Session Storage', 'Storage'];

/** Files below a profile's stores that hold a text, as ASCII or as UTF-16. */
export function filesHolding(profile: string, text: string): readonly string[] {
  const needles = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
  return STORES.flatMap((store) => filesBelow(join(profile, 'Default', store))).filter((file) => {
    const content = readFileSync(file);
    return needles.some((needle) => content.includes(needle));
  });
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // The browser made no such store.
    return [];
  }
}
