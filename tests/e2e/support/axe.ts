import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page in which script can be run, whatever drives it. */
interface ScriptPage {
  evaluate(script: string): Promise<unknown>;
}

/** What axe finds wrong with a page as it stands, one line for each place; evaluated script is not stopped by the CSP. */
export async function violations(page: ScriptPage): Promise<string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${SOURCE} }`);
  const results = (await page.evaluate('axe.run(document)')) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
}
