import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { poll } from './poll.ts';

/** Hold pages that tests already have. */
const GIVEN = new WeakMap<BrowserContext, Set<Page>>();

/** The hold page, or the held callback in a flow's detail, told by roles and names only. */
export class HoldPage {
  readonly page: Page;
  readonly #part: Page | Locator;

  constructor(page: Page, part: Page | Locator = page) {
    this.page = page;
    this.#part = part;
  }

  /**
   * Waits until the page of a callback that was stopped in a tab is shown beside it. Each page is given once, so that
   * callbacks held one after the other are asked for in their order.
   */
  static async beside(tab: Page): Promise<HoldPage> {
    const context = tab.context();
    const given = GIVEN.get(context) ?? new Set();
    GIVEN.set(context, given);
    const page = await poll(async () => {
      const open = context.pages().filter((one) => !given.has(one) && one.url().includes('/hold.html?id='));
      return open[0];
    }, 'The hold page');
    given.add(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Callback held' })).toBeVisible();
    return new HoldPage(page);
  }

  get table(): Locator {
    return this.#part.getByRole('table', { name: 'Parameters of the held callback', exact: true });
  }

  /** The box with the value that goes on. */
  value(name: string): Locator {
    return this.#part.getByRole('textbox', { name: `New value of ${name}`, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.#part.getByRole('button', { name, exact: true }).click();
  }
}
