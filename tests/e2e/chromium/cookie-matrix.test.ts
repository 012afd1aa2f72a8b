import { measureCookieMatrix } from '../support/cookie-matrix.ts';
import { startCookieSites } from '../support/cookie-sites.ts';
import { expect, test } from '../support/fixtures.ts';

test('the cookies that Chromium sends by each channel are those that are predicted', async ({
  extension: { tab },
}) => {
  const sites = await startCookieSites();
  const { predicted, received } = await measureCookieMatrix(sites, {
    name: 'chromium',
    open: async (url) => {
      await tab.goto(url);
    },
    go: async () => {
      await tab.click('#go', { noWaitAfter: true });
    },
    arrive: () => tab.locator('#arrived').waitFor(),
  });
  expect(received).toEqual(predicted);
  expect(received).toContain('form_post, cross site: None Plain');
  await sites.close();
});
