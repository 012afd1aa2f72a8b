import { ChromiumExtension } from './chromium.ts';
import { resetChromium } from './reset-chromium.ts';

/** Tests after which a browser is replaced, so that what it piles up stays small. */
const TESTS_EACH = 40;

/** One Chromium for tests that run one after the other: starting it costs more than most of them. */
export class SharedChromium {
  #extension: ChromiumExtension | undefined;
  #tests = 0;

  /** The browser as it was launched; a new one when there is none, or when it cannot be put back. */
  async take(): Promise<ChromiumExtension> {
    if (this.#tests >= TESTS_EACH) await this.end();
    if (this.#extension !== undefined)
      await resetChromium(this.#extension).catch((error: unknown) => {
        console.warn(`A browser is replaced: ${String(error)}`);
        return this.end();
      });
    this.#extension ??= await ChromiumExtension.launch();
    this.#tests += 1;
    return this.#extension;
  }

  /** Closes it: after a failed test, and after the last. */
  async end(): Promise<void> {
    const extension = this.#extension;
    this.#extension = undefined;
    this.#tests = 0;
    await extension?.close();
  }
}
