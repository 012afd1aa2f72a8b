import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Vector } from '../../tests/vectors/types.ts';
import { fromCookbook } from './from-cookbook.ts';
import { fromLatchset } from './from-latchset.ts';
import { fromWycheproof } from './from-wycheproof.ts';

/** Every published vector in a folder and those below it, whatever of the known shapes its files have. */
export function collectVectors(folder: string): readonly Vector[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = new Map<string, string>();
  for (const path of paths) {
    if (/\.(?:json|jw[sek]\w*|pt|pwd|payl|thp)$/.test(path))
      files.set(path, readFileSync(join(folder, path), 'utf8'));
  }
  for (const [path, text] of files) files.set(path, followLink(path, text.trim(), files) ?? text);
  const vectors = [...files].flatMap(([path, text]) => {
    const id = relative('.', path);
    if (!path.endsWith('.json')) return fromLatchset(path, files);
    const value = JSON.parse(text) as Record<string, unknown>;
    return 'testGroups' in value ? fromWycheproof(id, value) : fromCookbook(id, value);
  });
  return vectors;
}

/** A file whose whole text is the name of another one is a link that was stored as text. */
function followLink(path: string, text: string, files: ReadonlyMap<string, string>): string | undefined {
  return text.length < 200 && !text.includes('{') ? files.get(join(dirname(path), text)) : undefined;
}
