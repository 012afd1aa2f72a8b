import { mkdir, writeFile } from 'node:fs/promises';
import { largeInputRows } from './browser/large-input.ts';
import { latencyRows } from './browser/latency.ts';
import { manyFlowsRows } from './browser/many-flows.ts';
import { redirectRows } from './browser/redirects.ts';
import { trafficRows } from './functions/ordinary-traffic.ts';
import { ruleRows } from './functions/rules.ts';
import { tokenRows } from './functions/tokens.ts';
import type { Row } from './row.ts';
import { sizeRows } from './sizes.ts';
import { formatTable } from './table.ts';

const FILE = 'artifacts/bench.json';

const otherExtensions = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

const GROUPS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  redirects: () => redirectRows(otherExtensions),
  latency: latencyRows,
  flows: manyFlowsRows,
  large: largeInputRows,
  traffic: trafficRows,
  tokens: tokenRows,
  rules: ruleRows,
  sizes: sizeRows,
};

const rows: Row[] = [];
for (const [name, measure] of Object.entries(GROUPS)) {
  if (only !== undefined && only !== name) continue;
  console.log(`Measuring ${name} …`);
  try {
    rows.push(...(await measure()));
  } catch (error) {
    // What was measured before and after is worth having all the same.
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
}
console.log(`\n${formatTable(rows)}\n`);
await mkdir('artifacts', { recursive: true });
await writeFile(FILE, `${JSON.stringify({ node: process.version, rows }, undefined, 2)}\n`);
console.log(`The same as JSON: ${FILE}`);
