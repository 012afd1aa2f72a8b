import { posix } from 'node:path';
import type { SourceText } from './repeated-names.ts';

/** Lines up to which a file is small enough to stand in the one that uses it. */
const SMALL = 40;

/** What a formatted file imports of its own project; text that looks alike in a string only spares a file. */
const IMPORTED = /(?:from |import )'(\.[^'\n]+)'|import\('(\.[^'\n]+)'\)/g;

/**
 * Product files of few lines that one file imports, of their own folder, and no test: they may belong in that file. A rule
 * has its test in the corpus, by its id.
 * @param sources product files and tests, from the repository's root
 */
export function satellites(sources: readonly SourceText[]): readonly string[] {
  const importers = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    for (const [, still, lazy = still ?? ''] of text.matchAll(IMPORTED)) {
      const to = posix.join(posix.dirname(path), lazy);
      importers.set(to, (importers.get(to) ?? new Set()).add(path));
    }
  }
  return sources
    .filter(({ path, text }) => {
      const [only, ...others] = importers.get(path) ?? [];
      const isAlone = only !== undefined && others.length === 0;
      return isAlone && isNeighbour(path, only) && text.split('\n').length <= SMALL + 1;
    })
    .map(({ path }) => path);
}

/** True when the importer is of the same folder, and does not merely list rules or parts. */
function isNeighbour(path: string, importer: string): boolean {
  return posix.dirname(path) === posix.dirname(importer) && !/-(?:rules|steps|schema)\.ts$/.test(importer);
}
