import type { Page } from 'puppeteer-core';
import { DEMO_USER } from '../../sandbox/sign-in.ts';
import type { ClientCase } from './client-cases.ts';
import { patient } from './patient.ts';
import { poll } from './poll.ts';

/** What the provider asks, or what the application shows in the end. */
const NEXT = '#username, #continue, #cancel, #result:not(:empty)';

/**
 * Plays a case of a single-page application in a puppeteer tab, without pop-up windows; gives what the library says in the end.
 * @param base the application's address
 */
export async function playClientCase(
  tab: Page,
  base: string,
  { action, person }: ClientCase,
): Promise<string> {
  await tab.goto(base);
  await patient(tab, `#${action}`).click();
  let answered = '';
  return poll(
    async () => {
      const found = await tab.$eval(NEXT, ({ id, textContent }) => ({ id, text: textContent ?? '' }));
      if (found.id === 'result') return found.text;
      // The page that was answered is on show until the next one comes.
      if (answered === `${found.id} ${tab.url()}`) return undefined;
      answered = `${found.id} ${tab.url()}`;
      if (person === 'cancels') await tab.click('#cancel');
      else {
        if (found.id === 'username') {
          await tab.type('#username', DEMO_USER.username);
          await tab.type('#password', DEMO_USER.password);
        }
        await tab.click(found.id === 'username' ? '#login' : '#continue');
      }
      return undefined;
    },
    `The end of ${action}`,
    30_000,
  );
}
