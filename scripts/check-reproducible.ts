import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { differences, hashesBelow } from './reproducible/hashes.ts';

/** Builds the extension twice for each browser, into folders of different names, and compares every byte. */
const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'grantscope-build-'))) as [string, string];
try {
  for (const browser of ['chrome', 'firefox']) {
    for (const outDir of folders) await build({ browser, manifestVersion: 3, outDir });
    const [first, second] = folders.map((folder) => hashesBelow(join(folder, `${browser}-mv3`))) as [
      ReadonlyMap<string, string>,
      ReadonlyMap<string, string>,
    ];
    const different = differences(first, second);
    for (const line of different) console.error(`${browser}: ${line}`);
    if (different.length > 0 || first.size === 0) process.exitCode = 1;
    else console.log(`${browser}: ${first.size} files, the same bytes in two builds.`);
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
