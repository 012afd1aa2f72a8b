import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of a Chromium profile in which an extension's own data can lie. */
const STORES = [
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
];

/** Files below a profile's stores that hold a text, as ASCII or as UTF-16. */
export function filesHolding(profile: string, text: string): readonly string[] {
  return filesHoldingAny(profile, [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
}

/** Files below a profile's stores that hold bytes, as they are, in hexadecimal, in base64 or in base64url. */
export function filesHoldingBytes(profile: string, bytes: Buffer): readonly string[] {
  const texts = [
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
  const needles = texts.flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
  return filesHoldingAny(profile, [bytes, ...needles]);
}

function filesHoldingAny(profile: string, needles: readonly Buffer[]): readonly string[] {
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
