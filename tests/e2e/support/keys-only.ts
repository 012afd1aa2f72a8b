import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const MOST_STOPS = 150;

/** Presses Tab until an element has the focus, which must then be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return expectRing(target);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}.`);
}

/** Goes to a tab of the app by arrows, from wherever the focus is. */
export async function arrowTo(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: 'Grantscope', exact: true });
  await tabTo(page, tabs.locator('[aria-selected="true"]'), 'Shift+Tab');
  await page.keyboard.press('Home');
  const wanted = tabs.getByRole('tab', { name, exact: true });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return expect(wanted).toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
}

/** Asserts that something has the focus. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
}

/** An outline on the element or, for a text with an editor, on the box around it. */
async function expectRing(target: Locator): Promise<void> {
  const ring = await target.evaluate((element) => {
    const seen = (one: Element | null | undefined): boolean => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    return seen(element) || seen(element.closest('.code-editor')) || seen(element.closest('label'));
  });
  expect(ring, `the focus on ${target} is seen`).toBe(true);
}
