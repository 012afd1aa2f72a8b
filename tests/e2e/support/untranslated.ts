import type { Page } from '@playwright/test';
import de from '../../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };

const german: Readonly<Record<string, { readonly message: string }>> = de;

/** What the profiles name, in English everywhere. */
const NAMES = ['Local sandbox', 'Refresh'];

/** English messages whose German is another text, and which are no German themselves. */
const ENGLISH = Object.entries(en as Readonly<Record<string, { readonly message: string }>>)
  .filter(([name, { message }]) => /[a-z]{3}/.test(message) && german[name]?.message !== message)
  .map(([, { message }]) => message)
  .filter((message) => !NAMES.includes(message))
  .filter((message) => !Object.values(german).some((other) => other.message === message));

/** Texts and names on a page in German that are still the English messages. */
export function untranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate((messages) => {
    const english = new Set(messages);
    const found: string[] = [];
    const look = (text: string | null): void => {
      const words = text?.trim() ?? '';
      if (english.has(words)) found.push(words);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) look(walker.currentNode.textContent);
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder']) look(element.getAttribute(name));
    return [...new Set(found)];
  }, ENGLISH);
}
