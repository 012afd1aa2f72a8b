import { CLIENT_LIBRARIES } from '../support/client-cases.ts';
import { expect, sharedFirefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';
import { playClientCase } from '../support/play-client-case.ts';
import { recordedRows } from '../support/recorded-rows.ts';

/** Libraries with hidden frames and answers of their own kinds; pop-up windows are tried in Chromium. */
const TRIED = new Set(['oidc-client-ts', 'auth0', 'keycloak']);

for (const { app, cases } of CLIENT_LIBRARIES.filter((library) => TRIED.has(library.app)))
  test(`Firefox records an application made with ${app} as what it does`, async ({ sandbox, firefox }) => {
    const workbench = await firefox.openPage('workbench.html');
    await new PanelPage(workbench).record(true);
    const background = await firefox.link();
    const tab = await firefox.newTab();
    for (const one of cases.filter(({ action }) => action !== 'popup' && action !== 'logout'))
      await test.step(one.name, async () => {
        expect(await playClientCase(tab, `${sandbox.urls.client}/app/${app}`, one)).toBe(one.result);
        await expect.poll(() => recordedRows(workbench, background), { message: one.name }).toEqual(one.rows);
        expect(sandbox.providerLog.take()).toEqual(one.provider);
        await background.call('clear', 'all');
      });
  });
