import { expect, type Locator, type Page } from '@playwright/test';

/** The Steps tab, told by roles and names only. */
export class StepsPage {
  readonly page: Page;
  readonly tab: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole('tabpanel', { name: 'Steps', exact: true });
  }

  /** Shows a provider's steps, with the base URLs that are given by name. */
  async choose(profile: string, bases: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.getByRole('tab', { name: 'Steps', exact: true }).click();
    await this.tab.getByLabel('Profile', { exact: true }).selectOption(profile);
    for (const [name, url] of Object.entries(bases)) {
      await this.tab.getByLabel(`Base URL ${name}`, { exact: true }).fill(url);
    }
  }

  get list(): Locator {
    return this.tab.getByRole('navigation', { name: 'Steps', exact: true });
  }

  /** The row of a step in the list; its text tells its state. */
  row(name: string): Locator {
    return this.list.getByRole('button').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  get step(): Locator {
    return this.tab.getByRole('region', { name: 'Step', exact: true });
  }

  get outcome(): Locator {
    return this.step.getByRole('status');
  }

  get answer(): Locator {
    return this.step.getByRole('region', { name: 'Response', exact: true });
  }

  async show(name: string): Promise<void> {
    await this.row(name).click();
    await expect(this.step.getByRole('heading', { name, exact: true, level: 2 }).first()).toBeVisible();
  }

  field(name: string): Locator {
    return this.step.getByLabel(name, { exact: true });
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.step.getByRole('button', { name, exact: true }).click();
  }

  /** Shows a step and runs it; the answer must have this HTTP status. */
  async run(name: string, status: number, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.show(name);
    await this.fill(values);
    await this.press(`Run ${name}`);
    await expect(this.outcome).toContainText(`HTTP ${status}`);
  }

  /** Copies the shown step as a curl command. */
  async curl(): Promise<string> {
    await this.press('Copy as curl');
    await expect(this.step.getByText('Copied, secrets included.')).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
