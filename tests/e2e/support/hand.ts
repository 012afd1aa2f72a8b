import { expect, type Locator, type Page } from '@playwright/test';

/**
 * A person at a panel docked at the bottom: counts every click, key and paste, and can only use what is in the viewport
 * as it is, since a person who has to scroll first does not see it.
 */
export class Hand {
  readonly page: Page;
  #acts = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get acts(): number {
    return this.#acts;
  }

  /** What the eye needs, whole. */
  async sees(...needed: readonly Locator[]): Promise<void> {
    for (const one of needed) await expect(one).toBeInViewport({ ratio: 0.95 });
  }

  async clicks(target: Locator, button: 'left' | 'right' = 'left'): Promise<void> {
    await this.sees(target);
    this.#acts += 1;
    await target.click({ button });
  }

  /** Chooses in a list that unfolds, which is one act as in a menu. */
  async chooses(target: Locator, label: string): Promise<void> {
    await this.sees(target);
    this.#acts += 1;
    await target.selectOption({ label });
  }

  async presses(keys: string): Promise<void> {
    this.#acts += 1;
    await this.page.keyboard.press(keys);
  }

  /** Pastes into a field, which is one act with the choice of the field. */
  async pastes(target: Locator, text: string): Promise<void> {
    await this.sees(target);
    this.#acts += 1;
    await target.fill(text);
  }
}
