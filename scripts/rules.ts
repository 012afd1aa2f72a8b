import { readFileSync, writeFileSync } from 'node:fs';
import { rulesPage } from './rules/rules-page.ts';

const PAGE = 'docs/rules.md';

/** Writes docs/rules.md from the rules; with `--check`, says whether it is in step. */
const page = rulesPage();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, page);
} else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error(`${PAGE} is not what the rules say. Write it with npm run rules.`);
  process.exitCode = 1;
}
