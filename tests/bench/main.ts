import { mkdir, writeFile } from 'node:fs/promises';
import { largeInputRows } from './browser/large-input.ts';
import { latencyRows } from './browser/latency.ts';
import { longSessionRows } from './browser/long-session.ts';
import { manyFlowsRows } from './browser/many-flows.ts';
import { redirectRows } from './browser/redirects.ts';
import { scriptTimeRows } from './browser/script-time-rows.ts';
import { growthRows } from './functions/growth.ts';
import { trafficRows } from './functions/ordinary-traffic.ts';
import { ruleRows } from './functions/rules.ts';
import { tokenRows } from './functions/tokens.ts';
import { readOptions } from './options.ts';
import type { Row } from './row.ts';
import { sizeRows } from './sizes.ts';
import { formatTable } from './table.ts';

const FILE = 'artifacts/bench.json';

const { only, rounds, flows, otherExtensions } = readOptions(process.argv.slice(2));

const GROUPS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  redirects: () => redirectRows({ otherExtensions, rounds: rounds ?? 9 }),
  script: () => scriptTimeRows(150),
  latency: latencyRows,
  flows: manyFlowsRows,
  growth: growthRows,
  session: () => longSessionRows(flows ?? 20_000),
  large: largeInputRows,
  traffic: trafficRows,
  tokens: tokenRows,
  rules: ruleRows,
  sizes: sizeRows,
};

if (only !== undefined && !Object.hasOwn(GROUPS, only))
  throw new Error(`There is no group ${only}; there are ${Object.keys(GROUPS).join(', ')}.`);

const rows: Row[] = [];
for (const [name, measure] of Object.entries(GROUPS)) {
  if (only !== undefined && only !== name) continue;
  console.log(`Measuring ${name} …`);
  try {
    const measured = await measure();
    rows.push(...measured);
    for (const { what, invalid } of measured) {
      if (invalid === undefined) continue;
      console.error(`${name} says nothing: ${what}: ${invalid}`);
      process.exitCode = 1;
    }
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
// A group that failed may have left its browser open.
process.exit();
