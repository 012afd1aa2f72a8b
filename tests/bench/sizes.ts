import { BUDGETS, firstScripts, gzipBytes } from '../../scripts/sizes/first-scripts.ts';
import type { Row } from './row.ts';

/** Scripts that each page loads before anything is clicked, compressed. */
export async function sizeRows(): Promise<readonly Row[]> {
  return Object.entries(BUDGETS).map(([page, budget]) => {
    const bytes = gzipBytes(page);
    return {
      what: `scripts of ${page} at first, gzip`,
      comparedWith: 'its budget',
      ratio: bytes / budget,
      rounds: 1,
      figure: `${bytes} bytes in ${firstScripts(page).length} files`,
      budget: `≤ ${budget}`,
      kept: bytes <= budget,
    };
  });
}
