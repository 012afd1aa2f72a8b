import { readFileSync } from 'node:fs';
import { lockfileFaults } from './lockfile/lockfile-faults.ts';

const faults = lockfileFaults(
  JSON.parse(readFileSync('package.json', 'utf8')),
  JSON.parse(readFileSync('package-lock.json', 'utf8')),
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`\n${faults.length} found. Install the exact version anew, and commit the lockfile with it.`);
  process.exitCode = 1;
}
