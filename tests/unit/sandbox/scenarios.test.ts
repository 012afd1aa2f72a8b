import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchesExpected, runScenario, SCENARIOS, type Scenario } from '../../sandbox/scenarios.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS });
});
afterAll(() => sandbox.stop());

/** The parameters of the answer as they arrived, in the channel the scenario names. */
function received(scenario: Scenario, browser: HttpBrowser): Record<string, string> {
  const { search, hash } = new URL(browser.lost ?? browser.url);
  const isForm = scenario.channel === 'form_post' || scenario.channel === 'jarm-form';
  const isFragment = scenario.channel === 'fragment' || scenario.channel === 'jarm-fragment';
  const text = isForm ? sandbox.inbox.callbacks().at(-1)?.body : isFragment ? hash.slice(1) : search;
  const parameters = Object.fromEntries(new URLSearchParams(text));
  if (!scenario.channel.startsWith('jarm')) return parameters;
  expect(Object.keys(parameters)).toEqual(['response']);
  const { iss: _iss, aud: _aud, exp: _exp, ...claims } = decodeJwt(parameters.response ?? '');
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
}

/** Scenarios whose pages open another frame or window: only a real browser can play them. */
const inBrowserOnly = (scenario: Scenario): boolean => scenario.id.startsWith('lab-launch-');

describe('every scenario ends as it says', () => {
  it.each(
    SCENARIOS.filter((scenario) => !inBrowserOnly(scenario)).map(
      (scenario) => [scenario.id, scenario] as const,
    ),
  )('%s', async (_id, scenario) => {
    sandbox.inbox.clear();
    const browser = new HttpBrowser();
    const { state, redirectUri } = await runScenario(scenario, sandbox, browser);

    expect((browser.lost ?? browser.url).startsWith(redirectUri)).toBe(true);
    const actual = received(scenario, browser);
    const expected = scenario.expected.parameters;
    expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, value] of Object.entries(expected)) {
      expect(matchesExpected(value, actual[name], state), `${name} is ${actual[name]}`).toBe(true);
    }
  });

  it('covers what only a real browser can play with three scenarios', () => {
    expect(SCENARIOS.filter(inBrowserOnly).map(({ id }) => id)).toEqual([
      'lab-launch-iframe',
      'lab-launch-popup',
      'lab-launch-tab',
    ]);
  });
});

describe('the list of scenarios', () => {
  it('has no id twice', () => {
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
  });

  it('starts each with a state of its own', async () => {
    const [first] = SCENARIOS;
    const states = await Promise.all([first?.start(sandbox), first?.start(sandbox)]);
    expect(states[0]?.state).toMatch(/^[0-9a-f-]{36}$/);
    expect(states[1]?.state).not.toBe(states[0]?.state);
  });
});
