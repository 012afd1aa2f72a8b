import { readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../lib/index.ts';
import { rulesPage } from './rules/rules-page.ts';

/** Documents that the rules write, whole or in part, given the text as it is. */
const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  'docs/rules.md': rulesPage,
  'README.md': (text) => text.replace(/\b\d+ rules say\b/, `${RULES.length} rules say`),
};

/** Writes what the rules say into the documents; with `--check`, says whether they are in step. */
for (const [file, write] of Object.entries(WRITTEN)) {
  const before = readFileSync(file, 'utf8');
  const after = write(before);
  if (before === after) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what the rules say. Write it with npm run rules.`);
    process.exitCode = 1;
  } else writeFileSync(file, after);
}
