import type { Driver } from '../driver.ts';
import type { SandboxUrls } from '../ports.ts';

/** How the answer of a scenario reaches the browser. */
export type ScenarioChannel =
  | 'query'
  | 'fragment'
  | 'form_post'
  | 'jarm-query'
  | 'jarm-fragment'
  | 'jarm-form'
  | 'custom-scheme'
  | 'dead-host';

/** The part of a running sandbox that a scenario needs. */
export interface ScenarioTarget {
  readonly urls: SandboxUrls;
}

/** One fresh start of a scenario: where to go, and what was sent there. */
export interface ScenarioStart {
  /** What the browser opens. */
  readonly url: string;
  /** The authorize request's state. */
  readonly state: string;
  readonly nonce?: string;
  /** Where the answer will go. */
  readonly redirectUri: string;
  /** Present when the request used PKCE. */
  readonly codeVerifier?: string;
}

/** A value to expect: exactly this text, a pattern, any non-empty text, or the state of this start. */
export type ExpectedValue = string | RegExp | 'present' | 'sent state';

/** What must be known about the flow afterwards. */
export interface ExpectedOutcome {
  readonly status: 'completed' | 'failed';
  /** The provider's display name. */
  readonly provider: ProviderName;
  /** The callback's parameters; those of a JARM answer unpacked from `response`, without iss, aud and exp. */
  readonly parameters: Readonly<Record<string, ExpectedValue>>;
}

/** Display names, also the groups of the start page. */
type ProviderName = 'ConnectPay' | 'Leatherback' | 'OpenID' | 'OAuth';

/** One thing a person can see happen, and a test can check. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly provider: ProviderName;
  readonly description: string;
  readonly channel: ScenarioChannel;
  /** Makes a fresh request; registers keys and pushes requests where the scenario needs it. */
  start(target: ScenarioTarget): Promise<ScenarioStart>;
  /** Plays the person, from the opened URL to the callback page if there is one. */
  drive(driver: Driver): Promise<void>;
  readonly expected: ExpectedOutcome;
}

/** Starts a scenario, opens it and plays it to its end. */
export async function runScenario(
  scenario: Scenario,
  target: ScenarioTarget,
  driver: Driver,
): Promise<ScenarioStart> {
  const started = await scenario.start(target);
  await driver.goto(started.url);
  await scenario.drive(driver);
  return started;
}

/** Whether an actual parameter value is the expected one. */
export function matchesExpected(expected: ExpectedValue, actual: string | undefined, state: string): boolean {
  if (actual === undefined) return false;
  if (expected === 'present') return actual !== '';
  if (expected === 'sent state') return actual === state;
  return typeof expected === 'string' ? actual === expected : expected.test(actual);
}
