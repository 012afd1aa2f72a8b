import type { Frame, Keyboard, Page } from 'puppeteer-core';
import { patient } from './patient.ts';
import { poll } from './poll.ts';

/** The panel or workbench as puppeteer drives it, told by roles and names only. */
export class PanelPage {
  readonly page: Page | Frame;

  constructor(page: Page | Frame) {
    this.page = page;
  }

  async press(role: string, name: string): Promise<void> {
    await patient(this.page, aria(role, name)).click();
  }

  /** Replaces the text of the box with this label. */
  async fill(label: string, text: string): Promise<void> {
    await patient(this.page, aria('textbox', label)).fill(text);
  }

  /** Records until told otherwise, whatever is open, or not at all. */
  async record(on: boolean): Promise<void> {
    const state = (): Promise<string | null> =>
      this.page.$eval(aria('switch', 'Record'), (found) => found.getAttribute('aria-checked'));
    const choice = aria('combobox', 'When to record');
    await poll(() => this.page.select(choice, on ? 'always' : 'off'), 'A choice named When to record');
    await poll(async () => (await state()) === String(on), `Record being ${on}`);
  }

  async filter(text: string): Promise<void> {
    const box = aria('searchbox', 'Filter flows');
    await patient(this.page, box).fill(text);
    // The driver empties a box without telling it.
    await this.page.$eval(box, (found) => found.dispatchEvent(new Event('input', { bubbles: true })));
  }

  filterText(): Promise<string> {
    return this.page.$eval(aria('searchbox', 'Filter flows'), (found) => (found as HTMLInputElement).value);
  }

  /** Presses the keys that paste, with the filter in focus. */
  async pasteIntoFilter(keyboard: Keyboard): Promise<void> {
    await patient(this.page, aria('searchbox', 'Filter flows')).click();
    await keyboard.down('Control');
    await keyboard.press('KeyV');
    await keyboard.up('Control');
  }

  /** Shows the newest flow with this state. */
  async show(state: string): Promise<void> {
    await this.filter(`state:${state}`);
    await patient(this.page, ROWS).click();
    await poll(async () => (await this.flowText()).includes(state), 'The flow being shown');
  }

  /** The text of the region "Flow", what only screen readers are told included. */
  async flowText(): Promise<string> {
    return this.page.$eval('section[aria-label="Flow"]', (found) => found.textContent ?? '');
  }

  rowCount(): Promise<number> {
    return this.page.$$eval(ROWS, (found) => found.length);
  }
}

/** Rows of the grid, or options of the list, named "Flows". */
const ROWS = ':is([role="grid"] [role="row"], [role="listbox"] [role="option"])';

const aria = (role: string, name: string): string => `::-p-aria(${name}[role="${role}"])`;
