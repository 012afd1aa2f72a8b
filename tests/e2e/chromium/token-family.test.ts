import { type CookieSites, startCookieSites } from '../support/cookie-sites.ts';
import { DevToolsBrowser } from '../support/devtools-panel.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';
import { type RotatingServer, startRotatingServer, tokenOf } from '../support/rotating-server.ts';

interface Fixtures {
  readonly sites: CookieSites;
  readonly server: RotatingServer;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what is needed from the pattern.
  sites: async ({}, use) => {
    const sites = await startCookieSites();
    await use(sites);
    await sites.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what is needed from the pattern.
  server: async ({}, use) => {
    const server = await startRotatingServer();
    await use(server);
    await server.close();
  },
});

const e = encodeURIComponent;

/** Where a sign-in begins that comes back to the application with a code. */
function signInUrl({ application, provider }: CookieSites): string {
  const redirectUri = `${application}/callback`;
  const answer = `${redirectUri}?code=code-1&state=state-1`;
  return `${provider}/302?response_type=code&client_id=app&redirect_uri=${e(redirectUri)}&state=state-1&to=${e(answer)}`;
}

const exchange = ({ application }: CookieSites) => ({
  grant_type: 'authorization_code',
  code: 'code-1',
  client_id: 'app',
  redirect_uri: `${application}/callback`,
});

const refresh = { grant_type: 'refresh_token', refresh_token: tokenOf(1), client_id: 'app' };

/** Script by which a page posts a form; gives the status. */
const post = ({ url }: RotatingServer, form: Readonly<Record<string, string>>): string =>
  `fetch(${JSON.stringify(url)}, { method: 'POST', body: new URLSearchParams(${JSON.stringify(form)}) })
    .then(async (response) => { await response.text(); return response.status; })`;

test('an exchange and its refreshes are one family, and a refresh token that was replaced is named', async ({
  sites,
  server,
}) => {
  const devtools = await DevToolsBrowser.launch();
  const { tab, panel: frame, devtools: window } = await devtools.openPanel(sites.application);
  const panel = new PanelPage(frame);
  await panel.record(true);
  await tab.goto(signInUrl(sites));
  await expect.poll(() => panel.rowCount()).toBe(1);
  const statuses: unknown[] = [];
  for (const form of [exchange(sites), refresh, refresh]) {
    statuses.push(await tab.evaluate(post(server, form)));
    // The next request may be of the token that this one brings, which is known once the call joined its flow.
    await window.bringToFront();
    await expect.poll(() => panel.flowText()).toContain(`Calls ${statuses.length}`);
    await tab.bringToFront();
  }
  expect(statuses).toEqual([200, 200, 400]);
  await window.bringToFront();
  await expect.poll(() => panel.flowText()).toContain('TK09');
  await panel.press('tab', 'Calls 3');
  await expect.poll(() => panel.flowText()).toContain('Token family');
  const text = await panel.flowText();
  expect(text).toContain('Exchange: refresh token received');
  expect(text).toContain('Refresh: refresh token replaced');
  expect(text).toContain('Refresh: no tokens Used again after it was replaced');
  await devtools.close();
});

test('two tabs that refresh with one token are found without DevTools', async ({
  sites,
  server,
  extension,
}) => {
  await extension.record(true);
  const { tab } = extension;
  await tab.goto(signInUrl(sites));
  const second = await extension.context.newPage();
  await second.goto(sites.application);
  expect(await tab.evaluate(post(server, exchange(sites)))).toBe(200);
  const { call } = await extension.link();
  const flow = async () => {
    const [row] = await call('recentCallbacks', 1);
    return row && (await call('flow', row.id));
  };
  const count = async () => (await flow())?.calls?.length;
  await expect.poll(count).toBe(1);
  expect(await tab.evaluate(post(server, refresh))).toBe(200);
  await expect.poll(count).toBe(2);
  expect(await second.evaluate(post(server, refresh))).toBe(400);
  await expect.poll(count).toBe(3);
  expect(JSON.stringify(await flow())).not.toContain(tokenOf(1));
  const workbench = await extension.openWorkbench();
  await workbench.show('state-1');
  await workbench.flow.getByRole('tab', { name: /^Findings/ }).click();
  await expect(workbench.flow).toContainText('TK09');
});
