import { puppeteerDriver } from '../support/drivers.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { CLIENT_CREDENTIALS, signInForCode, tokenRequestScript } from '../support/page-exchange.ts';

test('the page’s own exchange of the code joins its flow in Firefox’s developer tools, without its secrets', async ({
  sandbox,
  firefox,
}) => {
  const tab = await firefox.newTab();
  await tab.goto(sandbox.urls.start);
  const panel = await firefox.showPanel();
  const isRecording = `document.querySelector('.switch.recording')?.getAttribute('aria-checked')`;
  await expect.poll(() => panel.read(isRecording)).toBe('true');
  const fields = await signInForCode(sandbox, puppeteerDriver(tab), () => tab.url());
  await expect.poll(() => panel.text()).toContain('Code received');
  expect(await tab.evaluate(tokenRequestScript(sandbox, fields))).toBe(200);
  await expect.poll(() => panel.text()).toContain('Signed in: tokens received at');
  await panel.press('[role=tab]', 'Calls 1');
  // webRequest shows the call first; its body comes with what the developer tools saw.
  await expect.poll(() => panel.text()).toContain('access_token');
  const text = await panel.text();
  expect(text).toContain('Token request of the page');
  expect(text).toContain('HTTP 200');
  expect(text).toContain('Calls 1');
  expect(text).not.toContain(fields.code_verifier);
  expect(text).not.toContain(CLIENT_CREDENTIALS);
});

test('without developer tools the exchange joins its flow in Firefox, and no body of it is known', async ({
  sandbox,
  firefox,
}) => {
  const { call } = await firefox.link();
  await call('setRecordingMode', 'always');
  const tab = await firefox.newTab();
  const fields = await signInForCode(sandbox, puppeteerDriver(tab), () => tab.url());
  expect(await tab.evaluate(tokenRequestScript(sandbox, fields))).toBe(200);
  const calls = async () => {
    const [row] = await call('recentCallbacks', 1);
    const flow = row && (await call('flow', row.id));
    return (flow?.calls ?? []).map(({ stepId, seenBy, status, body }) => [stepId, seenBy, status, body]);
  };
  await expect.poll(calls).toEqual([['page:token', 'webRequest', 200, undefined]]);
});
