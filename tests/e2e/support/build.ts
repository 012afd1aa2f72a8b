import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserId } from '../../../scripts/setup/browsers.mjs';

/** The folders into which the extension is built. */
const BUILDS: Readonly<Record<BrowserId, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

export type Manifest = Record<string, unknown>;

/** Absolute path of a build. Throws when there is none. */
export function buildFor(browser: BrowserId): string {
  const folder = resolve(BUILDS[browser]);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in ${folder}; "npm test" and "npm run build" make one.`);
}

/** A copy of a build with another manifest, for what a person would have granted or refused in a prompt. */
export async function copyBuild(
  browser: BrowserId,
  change: (manifest: Manifest) => Manifest,
): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'grantscope-build-'));
  await cp(buildFor(browser), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await writeFile(file, JSON.stringify(change(manifest)));
  return copy;
}
