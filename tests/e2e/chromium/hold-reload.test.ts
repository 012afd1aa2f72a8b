import { startCookieSites } from '../support/cookie-sites.ts';
import { expect, test } from '../support/fixtures.ts';
import { HoldPage } from '../support/hold-page.ts';
import { poll } from '../support/poll.ts';

test('a held tab survives a reload of the extension: its own reload then sends the callback as it came', async ({
  extension,
  background,
}) => {
  const sites = await startCookieSites();
  const { tab } = extension;
  await tab.goto(sites.signIn);
  const callback = `${sites.application}/callback`;
  await background.call('setHold', { on: true, only: [callback] });
  await tab.goto(`${sites.provider}/link?to=${encodeURIComponent(`${callback}?code=abc&state=s1`)}`);
  await tab.click('#go', { noWaitAfter: true });
  await HoldPage.beside(tab);
  await extension.allowReload();
  const page = await extension.openPage('devtools.html');
  const gone = page.waitForEvent('close');
  void page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await gone;
  const again = await poll(
    async () => extension.openPage('devtools.html').catch(() => undefined),
    'The extension being back',
    60_000,
  );
  await poll(
    () => again.evaluate(async () => (await chrome.declarativeNetRequest.getSessionRules()).length === 0),
    'The rules being gone',
  );
  expect(sites.arrived).toEqual([]);
  await tab.reload();
  await tab.waitForSelector('#arrived');
  expect(sites.arrived.map(({ url, cookies, fetchSite }) => [url, cookies, fetchSite])).toEqual([
    ['/callback?code=abc&state=s1', 'Lax None Plain', 'cross-site'],
  ]);
  await sites.close();
});
