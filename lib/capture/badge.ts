import { browser } from '../browser/browser.ts';

const AMOUNT_SHOWN = 99;

/** Shows how many callbacks came since somebody last looked; nothing at zero. */
export async function showBadge(unseen: number): Promise<void> {
  const text = unseen === 0 ? '' : unseen > AMOUNT_SHOWN ? `${AMOUNT_SHOWN}+` : String(unseen);
  await browser.action.setBadgeBackgroundColor({ color: '#1a5fb4' });
  await browser.action.setBadgeText({ text });
}
