import { expect, type Locator } from '@playwright/test';
import type { FlowsPage } from './flows-page.ts';

/** The findings on the shown flow, told by roles and names. */
export class FindingsView {
  readonly #flows: FlowsPage;

  constructor(flows: FlowsPage) {
    this.#flows = flows;
  }

  get items(): Locator {
    return this.#flows.flow.getByRole('list', { name: 'Findings', exact: true }).getByRole('listitem');
  }

  get count(): Locator {
    return this.#flows.flow.getByRole('status', { name: 'Findings shown' });
  }

  get filter(): Locator {
    return this.#flows.flow.getByRole('searchbox', { name: 'Filter findings' });
  }

  get silenced(): Locator {
    return this.#flows.flow.getByRole('region', { name: 'Ignored findings' });
  }

  async open(): Promise<void> {
    await this.#flows.openPart('Findings');
    await expect(this.count).toBeVisible();
  }

  async evaluateAs(words: string): Promise<void> {
    await this.#flows.flow.getByRole('combobox', { name: 'Apply rules for' }).selectOption({ label: words });
  }

  /** Ids of the rules with an error, in the order in which they stand. */
  async errors(): Promise<readonly string[]> {
    await this.#flows.flow.getByRole('combobox', { name: 'Severity' }).selectOption('error');
    const words = await this.items.locator('strong').allInnerTexts();
    return words.map((text) => text.replace(/^Error /, ''));
  }
}
