import { connectpayScenarios } from './scenarios/connectpay.ts';
import { labScenarios } from './scenarios/lab.ts';
import { leatherbackScenarios } from './scenarios/leatherback.ts';
import { openidScenarios } from './scenarios/openid.ts';
import type { Scenario } from './scenarios/scenario.ts';

export type { Scenario } from './scenarios/scenario.ts';
export { matchesExpected, runScenario } from './scenarios/scenario.ts';

/** Everything the sandbox can show, in the order of the start page. */
export const SCENARIOS: readonly Scenario[] = [
  ...connectpayScenarios,
  ...leatherbackScenarios,
  ...openidScenarios,
  ...labScenarios,
];

/** Finds a scenario by its id. */
export function findScenario(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
