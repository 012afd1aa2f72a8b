import { measureCookieMatrix } from '../support/cookie-matrix.ts';
import { startCookieSites } from '../support/cookie-sites.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { patient } from '../support/patient.ts';

test('the cookies that Firefox sends by each channel are those that are predicted', async ({ firefox }) => {
  const sites = await startCookieSites();
  const tab = await firefox.newTab();
  const { predicted, received } = await measureCookieMatrix(sites, {
    name: 'firefox',
    open: async (url) => {
      await tab.goto(url, { waitUntil: 'domcontentloaded' });
    },
    go: async () => {
      await patient(tab, '#go').click();
    },
    arrive: async () => {
      await patient(tab, '#arrived').wait();
    },
  });
  expect(received).toEqual(predicted);
  expect(received).toContain('form_post, cross site: None Plain');
  await sites.close();
});
