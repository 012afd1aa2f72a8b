import type { Page as PlaywrightPage } from '@playwright/test';
import type { Page as PuppeteerPage } from 'puppeteer-core';
import type { Driver } from '../../sandbox/driver.ts';
import { patient } from './patient.ts';

/** How long a navigation may go on that ends in no page, such as one to a custom scheme. */
const NO_PAGE_MS = 5_000;

/** Plays scenarios in a Playwright tab. */
export function playwrightDriver(page: PlaywrightPage): Driver {
  return {
    goto: async (url) => {
      // Error pages and custom schemes make goto reject although the browser has done all it will do.
      await page.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
    },
    waitFor: async (selector) => {
      await page.waitForSelector(selector, { state: 'attached' });
    },
    fill: (selector, value) => page.fill(selector, value),
    click: (selector) => page.click(selector, { noWaitAfter: true }),
  };
}

/** Plays scenarios in a puppeteer tab. */
export function puppeteerDriver(page: PuppeteerPage): Driver {
  return {
    goto: async (url) => {
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: NO_PAGE_MS }).catch(() => undefined);
    },
    waitFor: async (selector) => {
      await page.waitForSelector(selector);
    },
    fill: (selector, value) => patient(page, selector).fill(value),
    click: (selector) => patient(page, selector).click(),
  };
}
