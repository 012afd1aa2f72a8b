import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILD = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.output', 'chrome-mv3');

/** Most bytes, compressed by gzip, that a page may load before anything is clicked. */
export const BUDGETS = {
  'popup.html': 60 * 1024,
  'hold.html': 60 * 1024,
  'panel.html': 150 * 1024,
  'workbench.html': 150 * 1024,
} as const;

/** What a page must not load at first; the name of a package as its code spells it. */
export const LATER = ['cm-editor'];

/** Scripts that a page loads at first: those it names, and whatever these import statically. */
export function firstScripts(page: string): readonly string[] {
  const html = readFileSync(join(BUILD, page), 'utf8');
  const waiting = [...html.matchAll(/<script[^>]*src="\/([^"]+)"/g)].map((match) => match[1] ?? '');
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(join(BUILD, file), 'utf8');
    for (const [, target = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      waiting.push(posix.join(posix.dirname(file), target));
    }
  }
  return [...found];
}

/** The contents of those scripts. */
export function firstCodes(page: string): readonly Buffer[] {
  return firstScripts(page).map((file) => readFileSync(join(BUILD, file)));
}

/** How many bytes they are, each compressed by gzip. */
export function gzipBytes(page: string): number {
  return firstCodes(page).reduce((sum, code) => sum + gzipSync(code).length, 0);
}
