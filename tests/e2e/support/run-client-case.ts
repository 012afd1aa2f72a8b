import type { Page } from '@playwright/test';
import { DEMO_USER } from '../../sandbox/sign-in.ts';
import type { ClientCase, ClientLibrary } from './client-cases.ts';

/** What the provider asks, or what the application shows in the end. */
const NEXT = '#username, #continue, #result:not(:empty)';

/** Plays a case in a tab; gives what the library says in the end. @param base the application's address */
export async function runClientCase(
  tab: Page,
  base: string,
  library: ClientLibrary,
  { action, person }: ClientCase,
): Promise<string> {
  if (library.server) await tab.goto(action === '' ? base : `${base}/${action}`);
  else {
    await tab.goto(base);
    const opened = action === 'popup' ? tab.waitForEvent('popup') : undefined;
    await tab.click(`#${action}`, { noWaitAfter: true });
    if (opened) await answerPerson(await opened, person);
  }
  if (action === 'popup' && person === 'closes the window') return '';
  if (action === 'redirect' || action === 'logout' || library.server) await answerPerson(tab, person);
  const shown = tab.locator('#result:not(:empty)');
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
}

/** Answers what a provider asks in a window until it asks no more. */
async function answerPerson(page: Page, person: ClientCase['person']): Promise<void> {
  const over = page.waitForEvent('close').then(() => 'closed' as const);
  over.catch(() => undefined);
  for (;;) {
    const next = page.waitForSelector(NEXT).catch(() => undefined);
    const found = await Promise.race([next, over]);
    if (found === 'closed' || found === undefined) return;
    const id = await found.getAttribute('id').catch(() => null);
    if (id === 'result' || id === null) return;
    if (person === 'closes the window') return page.close();
    if (person === 'cancels') return page.click('#cancel', { noWaitAfter: true });
    if (id === 'username') {
      await page.fill('#username', DEMO_USER.username);
      await page.fill('#password', DEMO_USER.password);
    }
    const button = id === 'username' ? '#login' : '#continue';
    await Promise.all([
      page.waitForEvent('framenavigated').catch(() => undefined),
      page.click(button, { noWaitAfter: true }),
    ]);
  }
}
