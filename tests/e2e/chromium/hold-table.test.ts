import { startCookieSites } from '../support/cookie-sites.ts';
import { expect, test } from '../support/fixtures.ts';
import { documentedHoldTable, measureHoldTable } from '../support/hold-table.ts';

test('what reaches the application is what docs/hold.md says, natural, held and released', async ({
  extension: { tab },
  background,
}) => {
  const sites = await startCookieSites();
  const measured = await measureHoldTable(sites, {
    background,
    open: async (url) => {
      await tab.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
    },
    go: async () => {
      await tab.click('#go', { noWaitAfter: true });
    },
  });
  expect(measured).toEqual(await documentedHoldTable('chromium', measured));
  await sites.close();
});
