import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { DEFAULT_PORTS } from '../../sandbox/ports.ts';
import { matchesExpected, type Scenario, type ScenarioStart } from '../../sandbox/scenarios/scenario.ts';
import type { BackgroundLink } from './background.ts';
import { poll } from './poll.ts';

/** A flow as the list and as its details know it. */
export interface SeenFlow {
  readonly summary: FlowSummary;
  readonly flow: Flow;
}

const RECENT = 200;

type ProviderName = Scenario['provider'];

/** The profile of each provider of the sandbox. */
const PROFILES: Readonly<Record<ProviderName, string>> = {
  ConnectPay: 'connectpay',
  Leatherback: 'leatherback',
  OpenID: 'openid',
  OAuth: 'oauth',
};

/** Waits for the settled flow of a start among those not known before. */
export async function findFlow(
  background: BackgroundLink,
  { state }: ScenarioStart,
  known: ReadonlySet<string> = new Set(),
): Promise<SeenFlow> {
  return poll(async () => {
    const recent = await background.call('recentCallbacks', RECENT);
    const fresh = recent.filter(({ id }) => !known.has(id));
    const summary = fresh.find((one) => one.state === state) ?? fresh[0];
    if (summary === undefined) return undefined;
    const flow = await background.call('flow', summary.id);
    return flow?.callback && flow.callback.delivery !== 'pending' ? { summary, flow } : undefined;
  }, 'A settled flow with a callback');
}

/** The callback's parameters by name, the first value of each; those of a JARM answer as its claims. */
export function observedParameters({ callback }: Flow): Readonly<Record<string, string>> {
  const response = callback?.response;
  if (response === undefined) return {};
  const pairs = [...response.parameters, ...response.others].reverse();
  const outer = Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
  const claims = response.jarm?.payload;
  if (claims === undefined) return outer;
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
}

/** What differs between a flow and what its scenario expects; nothing when it is as it should be. */
export function evaluate(scenario: Scenario, started: ScenarioStart, { summary, flow }: SeenFlow): string[] {
  const { expected } = scenario;
  const actual = observedParameters(flow);
  const problems = Object.entries(expected.parameters).flatMap(([name, value]) =>
    matchesExpected(value, actual[name], started.state)
      ? []
      : [`${name} is ${actual[name] ?? 'absent'}, expected ${String(value)}`],
  );
  if (summary.status !== expected.status) {
    problems.push(`status is ${summary.status}, expected ${expected.status}`);
  }
  const profiles = profilesFor(expected.provider, started);
  if (!profiles.includes(summary.profileId)) {
    problems.push(`profile is ${summary.profileId}, expected ${profiles.join(' or ')}`);
  }
  return problems;
}

/**
 * Profiles under which a flow may be recognised. A plain OAuth server may speak OpenID; and on a port of its own, where
 * its address tells nothing, a provider's refusal or pushed request looks like plain OAuth.
 */
function profilesFor(provider: ProviderName, { url }: ScenarioStart): readonly string[] {
  const profile = PROFILES[provider];
  if (provider === 'OAuth') return [profile, PROFILES.OpenID];
  const isUsualPort = Object.values(DEFAULT_PORTS).some((port) => port === Number(new URL(url).port));
  return isUsualPort ? [profile] : [profile, PROFILES.OAuth];
}
