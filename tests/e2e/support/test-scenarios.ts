import { outcomeText } from '../../../lib/export/outcome-text.ts';
import { runScenario } from '../../sandbox/scenarios.ts';
import { deliveredParameters } from './delivered.ts';
import { playwrightDriver } from './drivers.ts';
import { evaluate, findFlow } from './evaluate-request.ts';
import { type Family, scenariosOf } from './families.ts';
import { expect, test } from './fixtures.ts';

/** Values that the region "Flow" shows with a copy button each. */
const SHOWN = ['code', 'state', 'flowid'] as const;
/** Names under which a provider sends what the specification calls a code. */
const CODE_NAMES = ['code', 'authorizationCode'];

/**
 * One test in Chromium for each scenario of a family: the outcome, the values and the hops that the workbench shows are those
 * that were sent and received.
 */
export function testScenarios(family: Family): void {
  for (const scenario of scenariosOf(family)) {
    test(`shows what came of ${scenario.provider}: ${scenario.title} (${scenario.id})`, async ({
      sandbox,
      extension,
      background,
      workbench,
    }) => {
      const { tab } = extension;
      const started = await runScenario(scenario, sandbox, playwrightDriver(tab));
      const seen = await findFlow(background, started);
      expect(evaluate(scenario, started, seen)).toEqual([]);

      await workbench.page.bringToFront();
      await expect(workbench.rows).toHaveCount(1);
      await expect(workbench.flow).toContainText(outcomeText(seen.summary.outcome));
      const delivered = deliveredParameters(sandbox, tab.url());
      for (const name of SHOWN) {
        const names = name === 'code' ? CODE_NAMES : [name];
        const value = names.map((one) => delivered?.get(one)).find((one) => one);
        if (value) expect(await workbench.copy(name)).toBe(value);
      }

      const expected = seen.flow.hops.map(({ method, status }) => [method, status]);
      await workbench.openPart('Hops');
      await expect
        .poll(async () => (await workbench.hopLines()).map(({ method, status }) => [method, Number(status)]))
        .toEqual(expected.map(([method, status]) => [method, status ?? Number.NaN]));
    });
  }
}
