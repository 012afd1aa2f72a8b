import { parseArgs } from 'node:util';
import { runVectors } from '../tests/vectors/run.ts';
import { collectVectors } from './vectors/collect.ts';

/**
 * Runs every published vector in a folder: `npm run vectors -- FOLDER [--platform node]`. Prints what passed of what there
 * is, and each failure with its id. Ends with 1 when there was one.
 */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { platform: { type: 'string', default: 'node' } },
  });
  const [folder] = positionals;
  if (folder === undefined || values.platform !== 'node') {
    console.error('Usage: npm run vectors -- FOLDER [--platform node]');
    return 2;
  }
  const vectors = collectVectors(folder);
  const { passed, failed } = await runVectors(vectors);
  for (const { id, reason } of failed) console.log(`failed ${id}: ${reason}`);
  console.log(`${passed} of ${vectors.length} passed on ${values.platform}`);
  return failed.length === 0 && vectors.length > 0 ? 0 : 1;
}

process.exitCode = await main();
