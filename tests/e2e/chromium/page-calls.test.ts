import type { Page } from 'puppeteer-core';
import { OPENID_CLIENTS, OPENID_SECRET } from '../../sandbox/openid/clients.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { DevToolsBrowser, type DevToolsPanel } from '../support/devtools-panel.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { test as base, expect } from '../support/fixtures.ts';
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

/** Signs in at the provider; gives the fields with which the page exchanges its code. */
async function signIn(tab: Page, sandbox: Sandbox): Promise<Record<string, string>> {
  const scenario = findScenario('openid-code');
  if (scenario === undefined) throw new Error('The scenario is missing.');
  const { redirectUri, codeVerifier = '' } = await runScenario(scenario, sandbox, puppeteerDriver(tab));
  return {
    grant_type: 'authorization_code',
    code: new URL(tab.url()).searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    client_id: OPENID_CLIENTS.web,
    client_secret: OPENID_SECRET,
  };
}

/** The page itself posts a form to the token endpoint, as a single-page application does; gives the status. */
function exchange(tab: Page, { urls }: Sandbox, fields: Record<string, string>): Promise<number> {
  return tab.evaluate(
    async (url, form, credentials) => {
      const headers = { Authorization: `Basic ${credentials}` };
      const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) });
      await response.text();
      return response.status;
    },
    `${urls.openid}/token`,
    fields,
    btoa(`${OPENID_CLIENTS.web}:${OPENID_SECRET}`),
  );
}

test('the page’s own exchange of the code joins its flow, without its secrets', async ({
  sandbox,
  opened,
  panel,
}) => {
  const { client_secret: _, ...fields } = await signIn(opened.tab, sandbox);
  await expect.poll(() => panel.rowCount()).toBe(1);
  expect(await exchange(opened.tab, sandbox, fields)).toBe(200);
  await opened.devtools.bringToFront();
  await expect.poll(() => panel.flowText()).toContain('Calls 1');
  await panel.press('tab', 'Calls 1');
  await expect.poll(() => panel.flowText()).toContain('Token request of the page');
  const text = await panel.flowText();
  expect(text).toContain('HTTP 200');
  expect(text).toContain('access_token');
  expect(text).not.toContain(fields.code_verifier);
  expect(text).not.toContain(btoa(`${OPENID_CLIENTS.web}:${OPENID_SECRET}`));
});

test('a verifier of another request is found although it is not kept', async ({ sandbox, opened, panel }) => {
  const { client_secret: _, ...fields } = await signIn(opened.tab, sandbox);
  const wrong = 'a-verifier-of-another-request-which-is-long-enough-0';
  expect(await exchange(opened.tab, sandbox, { ...fields, code_verifier: wrong })).toBe(400);
  await opened.devtools.bringToFront();
  await expect.poll(() => panel.flowText()).toContain('Calls 1');
  await expect.poll(() => panel.flowText()).toContain('AR22');
  expect(await panel.flowText()).not.toContain(wrong);
});
