import { expect, type Locator, type Page } from '@playwright/test';

/** The hold page, or the held callback in a flow's detail, told by roles and names only. */
export class HoldPage {
  readonly page: Page;
  readonly #part: Page | Locator;

  constructor(page: Page, part: Page | Locator = page) {
    this.page = page;
    this.#part = part;
  }

  /** Waits until a tab shows the page of a callback that was stopped in it. */
  static async in(tab: Page): Promise<HoldPage> {
    await expect(tab.getByRole('heading', { level: 1, name: 'Callback held' })).toBeVisible();
    return new HoldPage(tab);
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
