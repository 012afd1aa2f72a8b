import type { Page } from 'puppeteer-core';
import { longestTask, press } from './longest-task.ts';
import { CALLBACK_TEXTS } from './texts.ts';

/** Something done with a flow whose callback has a megabyte. */
export interface ShownFlow {
  readonly what: string;
  /** Makes the flow. */
  prepare(page: Page): Promise<void>;
  act(page: Page): Promise<number>;
}

const ROW = '[role=grid][aria-label="Flows"] [role=row]';
const TABS = ['Callback', 'Tokens', 'Findings', 'Diagram'] as const;

/** Each part of such a flow, and its export as text. */
export function shownFlows(): readonly ShownFlow[] {
  const { 'no callback': _, ...texts } = CALLBACK_TEXTS;
  return Object.entries(texts).flatMap(([kind, text]) => {
    const prepare = (page: Page): Promise<void> => tell(page, text);
    const chosen = { what: `1 MB (${kind}) in a callback, its flow chosen`, prepare, act: pressed([ROW]) };
    const parts = TABS.map((name) => ({
      what: `1 MB (${kind}) in a callback, its part ${name} opened`,
      prepare,
      act: pressed([ROW, `::-p-xpath(//*[@aria-label="Flow"]//*[@role="tab"][contains(., "${name}")])`]),
    }));
    const exported = {
      what: `1 MB (${kind}) in a callback, exported as Markdown`,
      prepare,
      act: pressed([
        ROW,
        '::-p-xpath(//*[@role="toolbar"]//button[contains(., "Export")])',
        '::-p-xpath(//label[contains(., "Markdown")]//input)',
        '::-p-xpath(//*[@role="dialog" or self::dialog]//button[contains(., "Copy")])',
      ]),
    };
    return [chosen, ...parts, exported];
  });
}

/** Presses one after the other; gives the longest task after the last. */
function pressed(selectors: readonly string[]): (page: Page) => Promise<number> {
  return async (page) => {
    let longest = 0;
    for (const selector of selectors) {
      const element = await page.waitForSelector(selector);
      await longestTask(page);
      await element?.evaluate(press);
      longest = await longestTask(page);
    }
    return longest;
  };
}

/** Has the background take a callback as a pasted one. */
async function tell(page: Page, text: string): Promise<void> {
  const message = JSON.stringify({ grantscope: 'command', name: 'tellCallback', args: [{ text }] });
  await page.evaluate((sent) => chrome.runtime.sendMessage(JSON.parse(sent)), message);
}
