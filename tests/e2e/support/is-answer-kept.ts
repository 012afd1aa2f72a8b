import type { Page } from '@playwright/test';

/** Whether the answer of this URL is among what the background has stored; asking does not wake the worker. */
export function isAnswerKept(bare: Page, url: string): Promise<boolean> {
  return bare.evaluate(async (wanted) => {
    const stored = Object.entries(await chrome.storage.session.get(null));
    return stored
      .filter(([key]) => key.startsWith('o:'))
      .map(([, text]) => JSON.parse(text as string) as { kind?: string; url?: string })
      .some(({ kind, url }) => kind === 'response' && url === wanted);
  }, url);
}
