import { startCookieSites } from '../support/cookie-sites.ts';
import { type CorsMode, startCorsServer } from '../support/cors-server.ts';
import { DevToolsBrowser } from '../support/devtools-panel.ts';
import { expect, test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const e = encodeURIComponent;

/** What the page asks for, and what is said of it. */
const CASES: readonly (readonly [mode: CorsMode, authorization: boolean, says: string])[] = [
  ['missing', false, 'it has no Access-Control-Allow-Origin'],
  ['wrong', false, 'it allows https://other.example'],
  ['refused', true, 'the preflight (OPTIONS) was answered with 403'],
  ['redirected', true, 'the preflight (OPTIONS) was redirected with 302'],
  ['header', true, 'the preflight does not allow the header authorization'],
];

test('each way in which CORS keeps the tokens from a page is named', async () => {
  test.slow();
  const sites = await startCookieSites();
  const server = await startCorsServer();
  const devtools = await DevToolsBrowser.launch();
  const { tab, panel: frame, devtools: window } = await devtools.openPanel(sites.application);
  const panel = new PanelPage(frame);
  await panel.record(true);
  const redirectUri = `${sites.application}/callback`;
  for (const [mode, authorization, says] of CASES) {
    const answer = `${redirectUri}?code=code-${mode}&state=state-${mode}`;
    await tab.bringToFront();
    await tab.goto(
      `${sites.provider}/302?response_type=code&client_id=app&redirect_uri=${e(redirectUri)}&state=state-${mode}&to=${e(answer)}`,
    );
    const reached = await tab.evaluate(
      async (url, form, header) => {
        const body = new URLSearchParams(form);
        const headers = header ? { Authorization: 'Basic YTpi' } : {};
        return fetch(url, { method: 'POST', body, headers }).then(
          async (response) => response.text(),
          () => 'withheld',
        );
      },
      server.url(mode),
      {
        grant_type: 'authorization_code',
        code: `code-${mode}`,
        client_id: 'app',
        redirect_uri: redirectUri,
      },
      authorization,
    );
    expect(reached, mode).toBe('withheld');
    await window.bringToFront();
    await panel.show(`state-${mode}`);
    await expect.poll(() => panel.flowText(), mode).toContain('TK10');
    expect(await panel.flowText(), mode).toContain(says);
  }
  await devtools.close();
  await server.close();
  await sites.close();
});
