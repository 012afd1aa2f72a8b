import { parseArgs } from 'node:util';
import { collectVectors } from './vectors/collect.ts';
import { reportLines, reportOf } from './vectors/report.ts';
import { isPlatform, PLATFORMS, runOn } from './vectors/run-on.ts';

/**
 * Runs every published vector in a folder: `npm run vectors -- FOLDER [--platform node|chromium|firefox]`. Prints what
 * passed of what there is, and each other one with its id. Ends with 1 when one failed that was not meant to, or there
 * was none.
 */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { platform: { type: 'string', default: 'node' } },
  });
  const [folder] = positionals;
  const { platform } = values;
  if (folder === undefined || !isPlatform(platform)) {
    console.error(`Usage: npm run vectors -- FOLDER [--platform ${PLATFORMS.join('|')}]`);
    return 2;
  }
  const vectors = collectVectors(folder);
  const report = reportOf(platform, vectors, await runOn(platform, vectors));
  for (const line of reportLines(platform, report)) console.log(line);
  return report.failed.length === 0 && vectors.length > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
