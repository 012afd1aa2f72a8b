import type { Locator, Page } from '@playwright/test';

/** The Token tab of the workbench, told by roles and names only. */
export class TokenPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  box(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  get verification(): Locator {
    return this.page.getByRole('status', { name: 'Verification', exact: true });
  }

  async mode(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }
}
