import type { Page } from 'puppeteer-core';
import type { Sandbox } from '../../sandbox/start.ts';
import { linkBackground } from '../support/background.ts';
import { DevToolsBrowser, type DevToolsPanel } from '../support/devtools-panel.ts';
import { playwrightDriver, puppeteerDriver } from '../support/drivers.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { CLIENT_CREDENTIALS, signInForCode, tokenRequestScript } from '../support/page-exchange.ts';
import { PanelPage } from '../support/panel-page.ts';

interface Fixtures {
  readonly opened: DevToolsPanel;
  readonly panel: PanelPage;
}

const test = base.extend<Fixtures>({
  opened: async ({ sandbox }, use) => {
    const devtools = await DevToolsBrowser.launch();
    await use(await devtools.openPanel(sandbox.urls.start));
    await devtools.close();
  },
  panel: async ({ opened }, use) => {
    const panel = new PanelPage(opened.panel);
    await panel.record(true);
    await use(panel);
  },
});

const signIn = (tab: Page, sandbox: Sandbox): Promise<Record<string, string>> =>
  signInForCode(sandbox, puppeteerDriver(tab), () => tab.url());

const WRONG_VERIFIER = 'a-verifier-of-another-request-which-is-long-enough-0';

test('the page’s own exchange of the code joins its flow, without its secrets', async ({
  sandbox,
  opened,
  panel,
}) => {
  const fields = await signIn(opened.tab, sandbox);
  await expect.poll(() => panel.rowCount()).toBe(1);
  expect(await opened.tab.evaluate(tokenRequestScript(sandbox, fields))).toBe(200);
  await opened.devtools.bringToFront();
  await expect.poll(() => panel.flowText()).toContain('Calls 1');
  await panel.press('tab', 'Calls 1');
  await expect.poll(() => panel.flowText()).toContain('Token request of the page');
  await expect.poll(() => panel.flowText()).toContain('access_token');
  const text = await panel.flowText();
  expect(text).toContain('HTTP 200');
  expect(text).not.toContain(fields.code_verifier);
  expect(text).not.toContain(CLIENT_CREDENTIALS);
});

test('a call that DevTools and webRequest saw is one call, with what DevTools saw of it', async ({
  sandbox,
  opened,
  panel,
}) => {
  const fields = await signIn(opened.tab, sandbox);
  await expect.poll(() => panel.rowCount()).toBe(1);
  expect(await opened.tab.evaluate(tokenRequestScript(sandbox, fields))).toBe(200);
  const { call } = linkBackground({
    evaluate: <T>(script: string) => opened.panel.evaluate(script) as Promise<T>,
  });
  const seen = async () => {
    const [row] = await call('recentCallbacks', 1);
    const flow = row && (await call('flow', row.id));
    return (flow?.calls ?? []).map(({ seenBy, status, body }) => [seenBy, status, typeof body]);
  };
  await expect.poll(seen).toEqual([['both', 200, 'string']]);
});

test('a verifier of another request is found although it is not kept', async ({ sandbox, opened, panel }) => {
  const fields = await signIn(opened.tab, sandbox);
  const sent = { ...fields, code_verifier: WRONG_VERIFIER };
  expect(await opened.tab.evaluate(tokenRequestScript(sandbox, sent))).toBe(400);
  await opened.devtools.bringToFront();
  await expect.poll(() => panel.flowText()).toContain('Calls 1');
  await expect.poll(() => panel.flowText()).toContain('AR22');
  expect(await panel.flowText()).not.toContain(WRONG_VERIFIER);
});

test('without DevTools the exchange joins its flow, and its body is said not to be seen', async ({
  sandbox,
  extension,
}) => {
  await extension.record(true);
  const { tab } = extension;
  const fields = await signInForCode(sandbox, playwrightDriver(tab), () => tab.url());
  expect(await tab.evaluate(tokenRequestScript(sandbox, fields))).toBe(200);
  const workbench = await extension.openWorkbench();
  await workbench.rows.first().click();
  await expect(workbench.flow).toContainText('Signed in: tokens received at');
  await workbench.flow.getByRole('tab', { name: /^Calls/ }).click();
  await expect(workbench.flow).toContainText('Body not seen');
  await expect(workbench.flow).toContainText('Token request of the page');
  await expect(workbench.flow).not.toContainText(fields.code_verifier ?? '');
});

test('without DevTools a verifier of another request is found, and other requests of the page are not kept', async ({
  sandbox,
  extension,
}) => {
  await extension.record(true);
  const { tab } = extension;
  const fields = await signInForCode(sandbox, playwrightDriver(tab), () => tab.url());
  const ordinary = `fetch('/', { method: 'POST', body: new URLSearchParams({ user: 'me', password: 'hunter2' }) }).then((r) => r.text())`;
  await tab.evaluate(ordinary);
  const sent = { ...fields, code_verifier: WRONG_VERIFIER };
  expect(await tab.evaluate(tokenRequestScript(sandbox, sent))).toBe(400);
  const { call } = await extension.link();
  const flow = async () => {
    const [row] = await call('recentCallbacks', 1);
    return row && (await call('flow', row.id));
  };
  const found = async () =>
    ((await flow())?.calls ?? []).map(({ stepId, status, findings = [] }) => [
      stepId,
      status,
      findings.some(({ rule }) => rule === 'AR22'),
    ]);
  await expect.poll(found).toEqual([['page:token', 400, true]]);
  expect(JSON.stringify(await flow())).not.toContain(WRONG_VERIFIER);
});
