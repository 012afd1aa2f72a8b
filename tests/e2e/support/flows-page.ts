import { expect, type Locator, type Page } from '@playwright/test';

/** One line of the table of hops. */
export interface HopLine {
  readonly method: string;
  readonly status: string;
  /** Host and path. */
  readonly place: string;
}

/** The panel or workbench, told by roles and names only. */
export class FlowsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A list or a grid, whichever it is made as. */
  get list(): Locator {
    const named = { name: 'Flows', exact: true } as const;
    return this.page.getByRole('grid', named).or(this.page.getByRole('listbox', named));
  }

  /** Rows that are in the document, newest first; a long list shows only some of its flows. */
  get rows(): Locator {
    return this.list.getByRole('row').or(this.list.getByRole('option'));
  }

  /** What is known about the shown flow. */
  get flow(): Locator {
    return this.page.getByRole('region', { name: 'Flow', exact: true });
  }

  get recordSwitch(): Locator {
    return this.page.getByRole('switch', { name: 'Record', exact: true });
  }

  get hops(): Locator {
    return this.flow.getByRole('table', { name: 'Hops', exact: true });
  }

  /** Records until told otherwise, whatever is open, or not at all. */
  async record(on: boolean): Promise<void> {
    const choice = this.page.getByRole('combobox', { name: 'When to record', exact: true });
    await choice.selectOption(on ? 'always' : 'off');
    await expect(this.recordSwitch).toBeChecked({ checked: on });
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  async filter(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Filter flows' }).fill(text);
  }

  /** Shows the newest flow with this state. */
  async show(state: string): Promise<void> {
    await this.filter(`state:${state}`);
    await this.rows.first().click();
    await expect(this.flow).toContainText(state);
  }

  /** Presses "Copy code", "Copy state" … and gives what then is in the clipboard. */
  async copy(name: string): Promise<string> {
    await this.flow.getByRole('button', { name: `Copy ${name}`, exact: true }).click();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Opens one of the parts of the shown flow, such as `Hops` or `Callback`. */
  async openPart(name: string): Promise<void> {
    await this.flow.getByRole('tab', { name: new RegExp(`^${name}\\b`) }).click();
  }

  async hopLines(): Promise<readonly HopLine[]> {
    const rows = await this.hops.getByRole('row').all();
    const cells = await Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()));
    return cells
      .filter(({ length }) => length > 1)
      .map(([method = '', status = '', place = '']) => ({ method, status: status.trim(), place }));
  }
}
