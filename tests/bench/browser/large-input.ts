import type { Browser } from 'puppeteer-core';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import { median, middleHalf, type Row } from '../row.ts';
import { chooseStep, runStep, startAnswering } from './large/answers.ts';
import { ENTRANCES, type Entrance } from './large/entrances.ts';
import { longestTask } from './large/longest-task.ts';
import { lookAtFlow, SHOWN_TEXTS, submit } from './large/shown.ts';
import { ANSWER_TEXTS } from './large/texts.ts';
import { launch, openPage } from './stages.ts';

const ROUNDS = 3;
const BUDGET_MS = 100;

/** Longest tasks of the pages' main threads while a megabyte comes in by each of the entrances, and is shown. */
export async function largeInputRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const entrance of ENTRANCES) {
    // What earlier texts left must not count.
    const browser = await launch(chromiumArguments(buildFor('chromium')));
    for (const [kind, text] of Object.entries(entrance.texts)) {
      const longest: number[] = [];
      for (let round = 0; round < ROUNDS; round++) longest.push(await enter(browser, entrance, text));
      rows.push(rowOf(`1 MB (${kind}), ${entrance.what}`, longest));
    }
    await browser.close();
  }
  for (const [kind, text] of Object.entries(ANSWER_TEXTS)) rows.push(await answerRow(kind, text));
  for (const [kind, text] of Object.entries(SHOWN_TEXTS)) rows.push(...(await shownRows(kind, text)));
  return rows;
}

async function enter(browser: Browser, entrance: Entrance, text: string): Promise<number> {
  const { page: path, opening = [], field, ready } = entrance;
  const page = await openPage(browser, path);
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
  await page.close();
  return longest;
}

async function answerRow(kind: string, text: string): Promise<Row> {
  const server = await startAnswering(text);
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  await chooseStep(browser, server.origin);
  const longest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) longest.push(await runStep(browser));
  await browser.close();
  await server.stop();
  return rowOf(`1 MB (${kind}), answered to a step`, longest);
}

async function shownRows(kind: string, text: string): Promise<readonly Row[]> {
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  const first = await openPage(browser, 'workbench.html');
  await submit(first, text);
  const looks: ReadonlyMap<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openPage(browser, 'workbench.html');
    looks.push(await lookAtFlow(page));
    await page.close();
  }
  await browser.close();
  return [...(looks[0]?.keys() ?? [])].map((what) =>
    rowOf(
      `1 MB (${kind}) in a callback, ${what}`,
      looks.map((look) => look.get(what) ?? 0),
    ),
  );
}

function rowOf(what: string, longest: readonly number[]): Row {
  const middle = median(longest);
  return {
    what: `${what}: longest task`,
    comparedWith: '',
    spread: middleHalf(longest),
    rounds: longest.length,
    // The browser tells of tasks from 50 ms on.
    figure: middle === 0 ? 'under 50 ms' : `${middle.toFixed(0)} ms`,
    budget: `≤ ${BUDGET_MS} ms`,
    kept: middle <= BUDGET_MS,
  };
}
