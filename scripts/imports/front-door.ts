import { PURE, partOf } from './layers.ts';
import { readSource } from './read-source.ts';
import type { SourceText } from './repeated-names.ts';

/** What is outside of the extension and uses its pure part. */
const OUTSIDE = /^(?:scripts|tests\/bench)\//;

/** Imports of the pure part from outside by another way than lib/index.ts, one sentence each. */
export function backDoors(sources: readonly SourceText[]): readonly string[] {
  return sources
    .filter(({ path }) => OUTSIDE.test(path))
    .flatMap(({ path, text }) => readSource(path, text).imports)
    .filter(({ to, isPackage }) => !isPackage && Object.hasOwn(PURE, partOf(to).replace('lib/', '')))
    .map(({ from, to, line }) => `${from}:${line} → ${to}: scripts and the bench import lib/index.ts`);
}
