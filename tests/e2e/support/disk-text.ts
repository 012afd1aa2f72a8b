import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of a Chromium profile in which an extension's own data can lie. */
const CHROMIUM_STORES = [
  'Extension Rules',
  'Extension Scripts',
  'Extension State',
  'File System',
  'IndexedDB',
  'Local Extension Settings',
  'Local Storage',
  'Service Worker',
  'Session Storage',
  'Storage',
  'Sync Extension Settings',
].map((store) => join('Default', store));

/** Folders and files of a Firefox profile in which an extension's own data can lie. */
export const FIREFOX_STORES: readonly string[] = [
  'storage',
  'browser-extension-data',
  'extension-store',
  'extension-store-menus',
  'extension-preferences.json',
  'extensions.json',
  'prefs.js',
  'storage.sqlite',
  'storage-sync-v2.sqlite',
  'storage-sync-v2.sqlite-wal',
  'webappsstore.sqlite',
  'webappsstore.sqlite-wal',
];

/** A profile and everything below it. */
export const WHOLE_PROFILE: readonly string[] = ['.'];

/** Files below a profile's stores that hold a text, as ASCII or as UTF-16. */
export function filesHolding(
  profile: string,
  text: string,
  stores = CHROMIUM_STORES as readonly string[],
): readonly string[] {
  return filesHoldingAny(profile, [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')], stores);
}

/** Files below a profile's stores that hold bytes, as they are, in hexadecimal, in base64 or in base64url. */
export function filesHoldingBytes(
  profile: string,
  bytes: Buffer,
  stores = CHROMIUM_STORES as readonly string[],
): readonly string[] {
  const texts = [
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
  const needles = texts.flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
  return filesHoldingAny(profile, [bytes, ...needles], stores);
}

function filesHoldingAny(
  profile: string,
  needles: readonly Buffer[],
  stores: readonly string[],
): readonly string[] {
  return stores
    .flatMap((store) => filesBelow(join(profile, store)))
    .filter((file) => {
      const content = readFileSync(file);
      return needles.some((needle) => content.includes(needle));
    });
}

function filesBelow(folder: string): readonly string[] {
  try {
    if (statSync(folder).isFile()) return [folder];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // The browser made no such store.
    return [];
  }
}
