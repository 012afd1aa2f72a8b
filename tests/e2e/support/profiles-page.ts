import { expect, type Locator, type Page } from '@playwright/test';

/** The profiles in the Settings tab, told by roles and names only. */
export class ProfilesPage {
  readonly page: Page;
  readonly part: Locator;

  constructor(page: Page) {
    this.page = page;
    this.part = page.getByRole('region', { name: 'Profiles', exact: true });
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Settings', exact: true }).click();
    await expect(this.part).toBeVisible();
  }

  row(name: string): Locator {
    const name_ = this.page.getByText(name, { exact: true });
    return this.part
      .getByRole('list', { name: 'Profiles', exact: true })
      .getByRole('listitem')
      .filter({ has: name_ });
  }

  /** Names in the list. */
  async names(): Promise<string[]> {
    return this.part.getByRole('list', { name: 'Profiles', exact: true }).locator('strong').allTextContents();
  }

  async press(name: string): Promise<void> {
    await this.part.getByRole('button', { name, exact: true }).click();
  }

  async discover(name: string, issuer: string): Promise<void> {
    const form = this.part.getByRole('form', { name: 'New profile', exact: true });
    await form.getByLabel('Name', { exact: true }).fill(name);
    await form.getByLabel('Issuer', { exact: true }).fill(issuer);
    await this.press('Create from its discovery document');
    await expect(this.part.getByRole('form', { name: `Edit ${name}`, exact: true })).toBeVisible();
  }

  /** Imports the text of a file. */
  async importText(text: string, replace = false): Promise<void> {
    await this.#openImport();
    await this.part.getByLabel('or its text', { exact: true }).fill(text);
    await this.part.getByLabel('Replace your profiles that have the same id').setChecked(replace);
    await this.press('Import');
  }

  async importFile(name: string, text: string): Promise<void> {
    await this.#openImport();
    await this.part
      .getByLabel('Profile file', { exact: true })
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  async #openImport(): Promise<void> {
    const form = this.part.getByRole('form', { name: 'Import profiles', exact: true });
    if (!(await form.isVisible()))
      await this.part.getByText('Import a profile file', { exact: true }).click();
  }

  /** Rows of the table of problems, as text. */
  async problems(label: string): Promise<string[]> {
    const rows = this.part.getByRole('table', { name: label, exact: true }).locator('tbody tr');
    await expect(rows.first()).toBeVisible();
    return rows.evaluateAll((found) =>
      found.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent).join(' | ')),
    );
  }

  /** Presses a copy button and gives what then is in the clipboard. */
  async copy(name: string): Promise<string> {
    await this.press(name);
    await expect(this.part.getByText('Copied', { exact: true })).toHaveCount(1);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
