import type { ScenarioStart } from '../../sandbox/scenarios/scenario.ts';
import { findScenario, type Scenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';

/** The channels of the redirect lab, each of which must be held and released with the same parameters. */
export const HELD_CHANNELS = [
  'lab-channel-query',
  'lab-channel-fragment',
  'lab-channel-form_post',
  'lab-channel-jarm-query',
  'lab-channel-jarm-fragment',
  'lab-channel-jarm-form',
] as const;

/** Makes the request of a scenario whose callback will not arrive by itself. */
export async function startHeld(id: string, sandbox: Sandbox): Promise<ScenarioStart> {
  return scenarioNamed(id).start(sandbox);
}

export function scenarioNamed(id: string): Scenario {
  const scenario = findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return scenario;
}
