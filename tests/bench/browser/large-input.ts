import type { Browser, Page } from 'puppeteer-core';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import { median, middleHalf, type Row } from '../row.ts';
import { ENTRANCES } from './large/entrances.ts';
import { longestTask } from './large/longest-task.ts';
import { shownFlows } from './large/shown.ts';
import { launch, openPage } from './stages.ts';

const ROUNDS = 3;
const BUDGET_MS = 100;

/** Does something in a page; gives its longest task meanwhile, in milliseconds. */
type Measured = (page: Page) => Promise<number>;

/** Longest tasks of the pages' main threads while a megabyte comes in by each of the entrances, and is shown. */
export async function largeInputRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { what, page: path, opening = [], field, texts, ready } of ENTRANCES) {
    // What earlier texts left must not count.
    const browser = await start();
    for (const [kind, text] of Object.entries(texts)) {
      const act: Measured = async (page) => {
        for (const selector of opening) await page.locator(selector).click();
        const element = await page.waitForSelector(field);
        if (element === null) throw new Error(`There is no ${field}.`);
        const steps = await ready(page, element, text);
        await longestTask(page);
        let longest = 0;
        for (const step of steps) {
          await step();
          longest = Math.max(longest, await longestTask(page));
        }
        return longest;
      };
      rows.push(await measure(browser, `1 MB (${kind}), ${what}`, path, act));
    }
    await browser.close();
  }
  for (const { what, prepare, act } of shownFlows()) {
    const browser = await start();
    const page = await openPage(browser, 'workbench.html');
    await prepare(page);
    await page.close();
    rows.push(await measure(browser, what, 'workbench.html', act));
    await browser.close();
  }
  return rows;
}

const start = (): Promise<Browser> => launch(chromiumArguments(buildFor('chromium')));

async function measure(browser: Browser, what: string, path: string, act: Measured): Promise<Row> {
  const longest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openPage(browser, path);
    longest.push(await act(page));
    await page.close();
  }
  const middle = median(longest);
  return {
    what: `${what}: longest task`,
    comparedWith: '',
    spread: middleHalf(longest),
    rounds: ROUNDS,
    // The browser tells of tasks from 50 ms on.
    figure: middle === 0 ? 'under 50 ms' : `${middle.toFixed(0)} ms`,
    budget: `≤ ${BUDGET_MS} ms`,
    kept: middle <= BUDGET_MS,
  };
}
