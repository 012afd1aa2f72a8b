import { evaluate, findFlow, type SeenFlow } from '../../tests/e2e/support/evaluate-request.ts';
import { runScenario, SCENARIOS, type Scenario } from '../../tests/sandbox/scenarios.ts';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';
import { describeFlow } from './describe-flow.ts';
import type { Stage } from './stage.ts';

/** What became of one scenario; `row` finds its flow in the list. */
export interface Played {
  readonly scenario: Scenario;
  readonly problems: readonly string[];
  readonly seen?: SeenFlow;
}

/** Plays every scenario through the real extension, prints what it saw, and gives the verdicts. */
export async function playScenarios(stage: Stage, urls: SandboxUrls): Promise<readonly Played[]> {
  const played: Played[] = [];
  for (const scenario of SCENARIOS) {
    const result = await playOne(stage, urls, scenario);
    printResult(result);
    played.push(result);
  }
  return played;
}

async function playOne(stage: Stage, urls: SandboxUrls, scenario: Scenario): Promise<Played> {
  try {
    const before = await stage.background.call('recentCallbacks', EVERYTHING);
    const known = new Set(before.map(({ id }) => id));
    return await stage.play(async (driver) => {
      const started = await runScenario(scenario, { urls }, driver);
      const seen = await findFlow(stage.background, started, known);
      return { scenario, seen, problems: evaluate(scenario, started, seen) };
    });
  } catch (error) {
    return { scenario, problems: [error instanceof Error ? error.message : String(error)] };
  }
}

const EVERYTHING = 1_000;

function printResult({ scenario, problems, seen }: Played): void {
  console.log(
    `\n${problems.length === 0 ? 'PASS' : 'FAIL'}  ${scenario.id}: ${scenario.provider}, ${scenario.title}`,
  );
  if (seen) for (const line of describeFlow(seen.flow)) console.log(`      ${line}`);
  for (const problem of problems) console.log(`      ✖ ${problem}`);
}
