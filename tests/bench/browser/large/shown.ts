import type { Page } from 'puppeteer-core';
import { longestTask, press } from './longest-task.ts';
import { CALLBACK_TEXTS } from './texts.ts';

/** What is pressed, one after the other, to look at a flow and to export it, by what that shows. */
const PRESSED: Readonly<Record<string, string>> = {
  'its flow chosen': '[role=grid][aria-label="Flows"] [role=row]',
  ...Object.fromEntries(
    ['Callback', 'Tokens', 'Findings', 'Diagram'].map((name) => [
      `its part ${name} opened`,
      `::-p-xpath(//*[@aria-label="Flow"]//*[@role="tab"][contains(., "${name}")])`,
    ]),
  ),
  'its export opened': '::-p-xpath(//*[@role="toolbar"]//button[contains(., "Export")])',
  'Markdown chosen': '::-p-xpath(//label[contains(., "Markdown")]//input)',
  'exported as Markdown': '::-p-xpath(//dialog//button[contains(., "Copy")])',
};

/** Callbacks of a megabyte that a flow may have. */
export const SHOWN_TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CALLBACK_TEXTS).filter(([kind]) => kind !== 'no callback'),
);

/** Has the background take a callback as a pasted one. */
export async function submit(page: Page, text: string): Promise<void> {
  const message = JSON.stringify({ grantscope: 'command', name: 'submitCallback', args: [{ text }] });
  await page.evaluate((sent) => chrome.runtime.sendMessage(JSON.parse(sent)), message);
}

/** Looks at the flow and exports it; gives the longest task of each step, in milliseconds. */
export async function lookAtFlow(page: Page): Promise<ReadonlyMap<string, number>> {
  const longest = new Map<string, number>();
  for (const [what, selector] of Object.entries(PRESSED)) {
    const element = await page.waitForSelector(selector);
    await longestTask(page);
    await element?.evaluate(press);
    longest.set(what, await longestTask(page));
  }
  return longest;
}
