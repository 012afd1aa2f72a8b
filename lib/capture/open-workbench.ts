import { browser } from '../browser/browser.ts';

/** Opens the workbench in a tab; done by the background, since not every page of ours may open tabs. */
export async function openWorkbench(fragment: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`workbench.html${fragment}`) });
}
