import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type CookieSites, startCookieSites } from '../support/cookie-sites.ts';
import { expect, test } from '../support/fixtures.ts';
import { poll } from '../support/poll.ts';

const e = encodeURIComponent;

let sites: CookieSites;
test.beforeEach(async ({ extension, background }) => {
  sites = await startCookieSites();
  await extension.tab.goto(sites.signIn);
  await background.call('setHold', { on: true });
});
test.afterEach(() => sites.close());

/** Leaves a page of the attacker as its script would, without a click. */
async function leave(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const [form] = document.forms;
    const link = document.querySelector('a');
    if (form) form.submit();
    else if (link) location.href = link.href;
  });
}

const arrivals = () =>
  sites.arrived.map(({ method, cookies, fetchSite }) => ({ method, cookies, fetchSite }));

test('a GET that another site makes look like a request for a posted answer carries no strict cookie', async ({
  extension: { tab },
}) => {
  const target = `${sites.application}/account?client_id=c&response_mode=form_post`;
  await tab.goto(`${sites.provider}/link?to=${e(target)}`);
  await leave(tab);
  await tab.waitForSelector('#arrived');
  expect(arrivals()).toEqual([{ method: 'GET', cookies: 'Lax None Plain', fetchSite: 'cross-site' }]);
});

test('a GET that another site makes look like a JWT response carries no strict cookie', async ({
  extension: { tab },
}) => {
  await tab.goto(`${sites.provider}/link?to=${e(`${sites.application}/account?response=eyJhbGciOi`)}`);
  await leave(tab);
  await tab.waitForSelector('#arrived');
  expect(arrivals()).toEqual([{ method: 'GET', cookies: 'Lax None Plain', fetchSite: 'cross-site' }]);
});

test('a GET that another site makes look like a callback does not arrive without a click', async ({
  extension: { tab, context },
}) => {
  const opened = context.waitForEvent('page');
  const answer = new URLSearchParams({ code: randomUUID(), state: randomUUID() });
  await tab.goto(`${sites.provider}/link?to=${e(`${sites.application}/account?${answer}`)}`);
  await leave(tab);
  const page = await opened;
  await expect(page.getByRole('heading', { level: 1, name: 'Callback held' })).toBeVisible();
  await expect(page.getByText(sites.provider, { exact: true })).toBeVisible();
  expect(sites.arrived).toEqual([]);
  await page.getByRole('button', { name: 'Release unmodified', exact: true }).click();
  await tab.waitForSelector('#arrived');
  expect(arrivals()).toEqual([{ method: 'GET', cookies: 'Lax None Plain', fetchSite: 'cross-site' }]);
});

test('a form that another site posts to a redirect URI it named itself carries neither strict nor lax cookies', async ({
  extension: { tab, context },
}) => {
  const endpoint = `${sites.application}/account`;
  await tab.goto(
    `${sites.provider}/authorize?response_type=code&client_id=c&state=s1&redirect_uri=${e(endpoint)}`,
  );
  const other = await context.newPage();
  await other.goto(`${sites.provider}/form?to=${e(endpoint)}`);
  await leave(other);
  await poll(async () => sites.arrived.length > 0 || context.pages().length > 3, 'An arrival or a question');
  // Either the browser repeats it unchanged, or nothing arrives before a click.
  const unchanged = [{ method: 'POST', cookies: 'None Plain', fetchSite: 'cross-site' }];
  expect([[], unchanged]).toContainEqual(arrivals());
});

test('a way through another site, which a reload would hide, is sent on only after a click', async ({
  extension: { tab, context },
}) => {
  const target = `${sites.application}/account?client_id=c&response_mode=form_post`;
  await tab.goto(`${sites.application}/link?to=${e(`${sites.provider}/302?to=${e(target)}`)}`);
  const opened = context.waitForEvent('page');
  await leave(tab);
  const page = await opened;
  await expect(page.getByRole('heading', { level: 1, name: 'Request stopped' })).toBeVisible();
  await expect(page.getByText(sites.application, { exact: true })).toBeVisible();
  await expect(page.getByText(target)).toBeVisible();
  expect(sites.arrived).toEqual([]);
  await page.getByRole('button', { name: 'Send it', exact: true }).click();
  await tab.waitForSelector('#arrived');
  expect(sites.arrived.map(({ url }) => url)).toEqual(['/account?client_id=c&response_mode=form_post']);
});

test('a callback that repeats its redirect_uri and asks for a posted answer is held all the same', async ({
  extension: { tab, context },
  background,
}) => {
  const callback = `${sites.application}/callback`;
  const request = `${sites.provider}/link?response_type=code&client_id=c&state=s1&redirect_uri=${e(callback)}`;
  const answer = `${callback}?code=abc&state=s1&redirect_uri=${e(callback)}&response_mode=form_post`;
  const opened = context.waitForEvent('page');
  await tab.goto(`${request}&to=${e(answer)}`);
  await leave(tab);
  const page = await opened;
  await expect(page.getByRole('heading', { level: 1, name: 'Callback held' })).toBeVisible();
  expect(sites.arrived).toEqual([]);
  expect((await background.call('status')).held).toBe(1);
});

test('a posted callback that was held in a frame never comes into a document of the page around it', async ({
  extension: { tab, context },
  background,
}) => {
  const callback = `${sites.application}/callback`;
  await background.call('setHold', { on: true, only: [callback] });
  // The page around belongs to the attacker and watches every document of its frame.
  const opened = context.waitForEvent('page');
  await tab.goto(`${sites.provider}/frame?of=${e(`${sites.provider}/posted?to=${e(callback)}`)}`);
  await tab.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const frame = document.querySelector('iframe');
    const look = (): void => {
      const text = frame?.contentDocument?.documentElement.outerHTML;
      if (text !== undefined && seen.at(-1) !== text) seen.push(text);
      requestAnimationFrame(look);
    };
    look();
  });
  const page = await opened;
  await expect(page.getByText('It goes on in a tab of its own')).toBeVisible();
  const arriving = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Release unmodified', exact: true }).click();
  await (await arriving).waitForSelector('#arrived');
  expect(sites.arrived.map(({ method, body }) => [method, body])).toEqual([['POST', 'code=abc&state=s1']]);
  const seen = await tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen.filter((text) => text.includes('abc') && !text.includes('.submit()'))).toEqual([]);
});
