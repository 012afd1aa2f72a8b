import { expect, type Locator, type Page } from '@playwright/test';

/** The popup, told by roles and names only. */
export class PopupPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get callbacks(): Locator {
    return this.page.getByRole('list', { name: 'Recent callbacks', exact: true });
  }

  get recordSwitch(): Locator {
    return this.page.getByRole('switch', { name: 'Record', exact: true });
  }

  /** Records until told otherwise, whatever is open, or not at all. */
  async record(on: boolean): Promise<void> {
    const choice = this.page.getByRole('combobox', { name: 'When to record', exact: true });
    await choice.selectOption(on ? 'always' : 'off');
    await expect(this.recordSwitch).toBeChecked({ checked: on });
  }

  /** Presses the copy button of a value of a callback, 0 being the newest, and gives what then is in the clipboard. */
  async copy(index: number, name: string): Promise<string> {
    const item = this.callbacks.getByRole('listitem').nth(index);
    const button = item.getByRole('button', { name: `Copy ${name}`, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('title', `Copied ${name}`);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
