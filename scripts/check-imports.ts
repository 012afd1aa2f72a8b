import { readdirSync, readFileSync } from 'node:fs';
import { checkLockfile, checkRegistry } from './imports/check-registry.ts';
import { checkSource } from './imports/check-source.ts';
import { backDoors } from './imports/front-door.ts';
import { repeatedNames } from './imports/repeated-names.ts';

const SOURCE = /^(entrypoints|components|lib)\/.*\.tsx?$/;
const TEXT =
  /\.(ts|tsx|mjs|cjs|js|json|ya?ml|md|css|html|sh|toml)$|(^|\/)(run|\.npmrc|\.gitignore|\.gitattributes|\.editorconfig)$/;

/** Folders that hold nothing anybody wrote. */
const SKIPPED = new Set(['node_modules', '.git', '.output', '.wxt', 'artifacts', 'test-results']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

const texts = filesBelow('.')
  .filter((path) => TEXT.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const inFiles = texts.flatMap(({ path, text }) => [
  ...(SOURCE.test(path) ? checkSource(path, text) : []),
  ...checkRegistry(path, text),
  ...(path === 'package-lock.json' ? checkLockfile(path, text) : []),
]);
const sources = texts.filter(({ path }) => SOURCE.test(path));
const outside = texts.filter(({ path }) => /\.tsx?$/.test(path));
const problems = [...inFiles, ...repeatedNames(sources), ...backDoors(outside)];

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\n${problems.length} found. The layers are described in scripts/imports/layers.ts.`);
  process.exitCode = 1;
}
