import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';

test('a click in Firefox’s developer tools says where the page keeps the state of a flow', async ({
  sandbox,
  firefox,
}) => {
  const tab = await firefox.newTab();
  await tab.goto(sandbox.urls.start);
  const panel = await firefox.showPanel();
  const isRecording = `document.querySelector('.switch.recording')?.getAttribute('aria-checked')`;
  await expect.poll(() => panel.read(isRecording)).toBe('true');
  const scenario = findScenario('openid-code');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  const { state, codeVerifier = '' } = await runScenario(scenario, sandbox, puppeteerDriver(tab));
  await expect.poll(() => panel.text()).toContain('Code received');
  await tab.evaluate(
    (name, value) => localStorage.setItem(name, value),
    `kc-callback-${state}`,
    JSON.stringify({ state, pkceCodeVerifier: codeVerifier }),
  );
  await panel.press('[role=tab]', 'Callback');
  // Only the beginning: the way into the panel's process is not certain to keep an apostrophe.
  await panel.press('button', 'Look into the page');
  await expect.poll(() => panel.text()).toContain(`Stored at ${sandbox.urls.client}`);
  const text = await panel.text();
  expect(text).toContain(`kc-callback-${state} (localStorage): state, verifier`);
  expect(text).not.toContain(codeVerifier);
});
