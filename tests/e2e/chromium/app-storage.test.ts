import { startCookieSites } from '../support/cookie-sites.ts';
import { DevToolsBrowser } from '../support/devtools-panel.ts';
import { expect, test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const e = encodeURIComponent;
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

test('a click says where the page keeps the state and verifier of a flow, and that the callback cannot find them', async () => {
  const sites = await startCookieSites();
  const devtools = await DevToolsBrowser.launch();
  const { tab, panel: frame, devtools: window } = await devtools.openPanel(sites.application);
  const panel = new PanelPage(frame);
  await panel.record(true);
  const redirectUri = `${sites.application}/callback`;
  const answer = `${redirectUri}?code=code-1&state=state-1`;
  const request = `response_type=code&client_id=app&redirect_uri=${e(redirectUri)}&state=state-1&code_challenge=${CHALLENGE}&code_challenge_method=S256`;
  await tab.goto(`${sites.provider}/302?${request}&to=${e(answer)}`);
  const store = (page: string): Promise<unknown> =>
    tab.evaluate(
      `sessionStorage.setItem('oidc.state-1', ${JSON.stringify(JSON.stringify({ id: 'state-1', code_verifier: VERIFIER }))}); ${JSON.stringify(page)}`,
    );
  const look = async (): Promise<void> => {
    await window.bringToFront();
    await panel.press('button', 'Look into the page’s storage');
  };
  await window.bringToFront();
  await panel.show('state-1');
  await panel.press('tab', 'Callback');
  await look();
  await expect
    .poll(() => panel.flowText())
    .toContain(`Nothing of this flow is stored at ${sites.application}`);
  await store('callback');
  await look();
  await expect
    .poll(() => panel.flowText())
    .toContain(`Stored at ${sites.application}, where the callback finds it.`);
  expect(await panel.flowText()).toContain('oidc.state-1 (sessionStorage): state, verifier');
  // The same application under the other name of this machine.
  await tab.bringToFront();
  await tab.goto(`${sites.provider}/account`);
  await store('account');
  await look();
  await expect
    .poll(() => panel.flowText())
    .toContain(`Stored at ${sites.provider}, but the callback belongs to ${sites.application}`);
  expect(await panel.flowText()).not.toContain(VERIFIER);
  await devtools.close();
  await sites.close();
});
