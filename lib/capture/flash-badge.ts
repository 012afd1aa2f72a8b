import { browser } from '../browser/browser.ts';

/** How long the word stays, in milliseconds; a background stays awake longer than that. */
const SHOWN = 2_000;

/** Shows a short word on the button, then what stood there before. */
export async function flashBadge(word: string, restore: () => Promise<void>): Promise<void> {
  await browser.action.setBadgeText({ text: word });
  await new Promise((resolve) => setTimeout(resolve, SHOWN));
  await restore();
}
