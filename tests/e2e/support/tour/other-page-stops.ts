import { expect } from '@playwright/test';
import { startHeld } from '../held-scenario.ts';
import { HoldPage } from '../hold-page.ts';
import { PopupPage } from '../popup-page.ts';
import type { Stop } from '../tour.ts';

/** Hold page, popup and first-run page, and the held callback in the Flows tab. */
export const otherPageStops: readonly Stop[] = [
  {
    name: 'Hold page',
    go: async ({ extension: { tab }, sandbox, workbench }) => {
      await workbench.openTab('Flows');
      const hold = workbench.page.getByRole('switch', { name: 'Hold callbacks', exact: true });
      await hold.click();
      await expect(hold).toBeChecked();
      await tab
        .goto((await startHeld('lab-channel-query', sandbox)).url, { waitUntil: 'commit' })
        .catch(() => undefined);
      const page = await HoldPage.beside(tab);
      await page.press('Tamper state');
      await page.press('Add a parameter');
      await page.press('Leave out code');
      return page.page;
    },
  },
  {
    name: 'Flows, held',
    go: async ({ workbench }) => {
      await workbench.filter('is:held');
      await workbench.rows.first().click();
      await expect(workbench.flow.getByRole('region', { name: 'Held callback' })).toBeVisible();
      return workbench.page;
    },
  },
  {
    name: 'Flows, which callbacks to hold',
    go: async ({ workbench: { page } }) => {
      await page.getByRole('button', { name: /^Which callbacks to hold/ }).click();
      return page;
    },
    leave: ({ workbench: { page } }) => page.keyboard.press('Escape'),
  },
  {
    name: 'Popup with a held callback',
    go: async ({ extension }) => {
      const { page, callbacks } = new PopupPage(await extension.openPage('popup.html'));
      await expect(callbacks.getByRole('button', { name: 'Release unmodified', exact: true })).toBeVisible();
      await page
        .getByRole('textbox', { name: 'Decode' })
        .fill('eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2kuZXhhbXBsZSJ9.');
      await expect(page.getByRole('table', { name: 'Claims' })).toBeVisible();
      return page;
    },
  },
  {
    name: 'Hold page, dropped',
    go: async ({ extension: { tab } }) => {
      // The editor of the first stop is still open.
      const editor = tab
        .context()
        .pages()
        .find((page) => page.url().includes('/hold.html?id='));
      const held = new HoldPage(editor ?? tab);
      await held.press('Drop');
      await expect(held.page.getByRole('heading', { name: 'Callback no longer held' })).toBeVisible();
      return held.page;
    },
  },
  {
    name: 'Hold page, nothing held',
    go: async ({ extension }) => extension.openPage('hold.html?id=none'),
  },
  {
    name: 'Welcome',
    go: async ({ extension }) => {
      const page = await extension.openPage('welcome.html');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      return page;
    },
  },
];
