import { expect, type Locator, type Page } from '@playwright/test';

/** The Request tab, told by roles and names only. */
export class RequestPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get form(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Request', exact: true });
  }

  async choose(profile: string, environment: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Request', exact: true }).click();
    await this.form.getByLabel('Profile', { exact: true }).selectOption(profile);
    await this.form.getByLabel('Environment', { exact: true }).selectOption(environment);
  }

  field(name: string): Locator {
    return this.form.getByLabel(name, { exact: true });
  }

  /** Everything that is found in the finished request. */
  get findings(): Locator {
    return this.form.getByRole('list', { name: 'Findings', exact: true });
  }

  /** How many findings there are, in words. */
  get counts(): Locator {
    return this.form.getByRole('status').filter({ hasText: /error.*warning.*note/ });
  }

  /** What is found on one parameter, at its field. */
  findingsOn(name: string): Locator {
    return this.form.getByRole('list', { name: `Findings on ${name}`, exact: true }).getByRole('listitem');
  }

  async press(name: string): Promise<void> {
    await this.form.getByRole('button', { name, exact: true }).click();
  }

  /** Presses Open and gives the tab in which the request opens. */
  async open(): Promise<Page> {
    const opened = this.page.context().waitForEvent('page');
    await this.press('Open');
    const tab = await opened;
    await expect(this.form.getByRole('status').filter({ hasText: 'Opened in a new tab.' })).toBeVisible();
    return tab;
  }
}
