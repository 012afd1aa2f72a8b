import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Vector } from '../../tests/vectors/types.ts';
import { fromCookbook } from './from-cookbook.ts';
import { fromLatchset } from './from-latchset.ts';
import { fromWycheproof } from './from-wycheproof.ts';

/**
 * Every published vector in a folder and those below it, whatever of the known shapes its files have. Throws when the
 * folder or a file of it cannot be read.
 */
export function collectVectors(folder: string): readonly Vector[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = new Map<string, string>();
  for (const path of paths) {
    if (/\.(?:json|jw[sek]\w*|pt|pwd|payl|thp)$/.test(path))
      files.set(path, readFileSync(join(folder, path), 'utf8'));
  }
  for (const [path, text] of files) files.set(path, followLink(path, text.trim(), files) ?? text);
  return [...files.keys()].flatMap((path) => {
    try {
      return vectorsOf(path, files);
    } catch (cause) {
      throw new Error(`${path} could not be read: ${cause instanceof Error ? cause.message : cause}`, {
        cause,
      });
    }
  });
}

function vectorsOf(path: string, files: ReadonlyMap<string, string>): readonly Vector[] {
  if (!path.endsWith('.json')) return fromLatchset(path, files);
  const value = JSON.parse(files.get(path) ?? '') as Record<string, unknown>;
  return 'testGroups' in value ? fromWycheproof(path, value) : fromCookbook(path, value);
}

/** A file whose whole text is the name of another one is a link that was stored as text. */
function followLink(path: string, text: string, files: ReadonlyMap<string, string>): string | undefined {
  return text.length < 200 && !text.includes('{') ? files.get(join(dirname(path), text)) : undefined;
}
