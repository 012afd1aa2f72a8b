import { startCookieSites } from '../support/cookie-sites.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { documentedHoldTable, measureHoldTable } from '../support/hold-table.ts';
import { patient } from '../support/patient.ts';

test('what reaches the application in Firefox is what docs/hold.md says, natural, held and released', async ({
  firefox,
}) => {
  const sites = await startCookieSites();
  const tab = await firefox.newTab();
  const measured = await measureHoldTable(sites, {
    background: await firefox.link(),
    open: async (url) => {
      // A page whose frame waits never finishes loading.
      await tab.goto(url, { waitUntil: 'domcontentloaded', timeout: 3_000 }).catch(() => undefined);
    },
    go: async () => {
      await patient(tab, '#go').click();
    },
  });
  expect(measured).toEqual(await documentedHoldTable('firefox', measured));
  await sites.close();
});
