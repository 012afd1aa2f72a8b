import { test as base } from '@playwright/test';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import type { BackgroundLink } from './background.ts';
import { ChromiumExtension, type ChromiumOptions } from './chromium.ts';
import { FirefoxExtension, type FirefoxOptions } from './firefox.ts';
import type { FlowsPage } from './flows-page.ts';
import { SharedChromium } from './shared-chromium.ts';

interface SandboxFixture {
  /** A sandbox of the test's own, on ports of its own. */
  readonly sandbox: Sandbox;
}

const withSandbox = base.extend<SandboxFixture & { readonly ports: typeof EPHEMERAL_PORTS }>({
  ports: [EPHEMERAL_PORTS, { option: true }],
  sandbox: async ({ ports }, use) => {
    const sandbox = await startSandbox({ ports });
    await use(sandbox);
    await sandbox.stop();
  },
});

interface ChromiumFixtures {
  /** Options of a browser of the test's own; tests without any share one. */
  readonly options: ChromiumOptions;
  /** A browser of the test's own, for what cannot be put back: a reload of the extension, broken interfaces of the browser. */
  readonly ownBrowser: boolean;
  /** Chromium with the extension, as it is after its installation. */
  readonly extension: ChromiumExtension;
  readonly background: BackgroundLink;
  /** The workbench, recording. */
  readonly workbench: FlowsPage;
}

interface ChromiumWorkerFixtures {
  readonly sharedChromium: SharedChromium;
}

/** Tests in Chromium. */
export const test = withSandbox.extend<ChromiumFixtures, ChromiumWorkerFixtures>({
  options: [{}, { option: true }],
  ownBrowser: [false, { option: true }],
  sharedChromium: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what is needed from the pattern.
    async ({}, use) => {
      const shared = new SharedChromium();
      await use(shared);
      await shared.end();
    },
    { scope: 'worker' },
  ],
  extension: async ({ options, ownBrowser, sharedChromium }, use, info) => {
    const own = ownBrowser || Object.keys(options).length > 0;
    const extension = own ? await ChromiumExtension.launch(options) : await sharedChromium.take();
    await use(extension);
    const failed = info.status !== info.expectedStatus;
    if (failed) {
      for (const [index, page] of extension.context.pages().entries()) {
        await page.screenshot({ path: info.outputPath(`page-${index}.png`) }).catch(() => undefined);
      }
    }
    if (own) await extension.close();
    else if (failed) await sharedChromium.end();
  },
  background: async ({ extension }, use) => {
    await use(await extension.link());
  },
  workbench: async ({ extension }, use) => {
    const workbench = await extension.openWorkbench();
    await workbench.record(true);
    await use(workbench);
  },
});

interface FirefoxFixtures {
  readonly firefoxOptions: FirefoxOptions;
  readonly firefox: FirefoxExtension;
}

/** Tests in Firefox. */
export const firefoxTest = withSandbox.extend<FirefoxFixtures>({
  firefoxOptions: [{}, { option: true }],
  firefox: async ({ firefoxOptions }, use, info) => {
    const firefox = await FirefoxExtension.launch(firefoxOptions);
    await use(firefox);
    if (info.status !== info.expectedStatus) {
      for (const [index, page] of (await firefox.browser.pages()).entries()) {
        await page.screenshot({ path: info.outputPath(`page-${index}.png`) }).catch(() => undefined);
      }
    }
    await firefox.close();
  },
});

interface SharedFirefox {
  /** One Firefox for the tests of a worker: starting it takes longer than most of them. A failed test ends it. */
  readonly sharedFirefox: FirefoxExtension;
}

/** Tests in a Firefox that they share, each in tabs of its own and without the flows of the one before. */
export const sharedFirefoxTest = withSandbox.extend<{ readonly firefox: FirefoxExtension }, SharedFirefox>({
  sharedFirefox: [
    async ({ headless }, use) => {
      const firefox = await FirefoxExtension.launch({ headless: headless ?? true });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  firefox: async ({ sharedFirefox }, use) => {
    const before = new Set(await sharedFirefox.browser.pages());
    await use(sharedFirefox);
    const { call } = await sharedFirefox.link();
    await call('clear', 'all');
    const pages = await sharedFirefox.browser.pages();
    await Promise.all(pages.filter((page) => !before.has(page)).map((page) => page.close()));
  },
});

export { expect } from '@playwright/test';
