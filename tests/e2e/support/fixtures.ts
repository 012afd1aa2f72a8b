import { test as base } from '@playwright/test';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import type { BackgroundLink } from './background.ts';
import { ChromiumExtension, type ChromiumOptions } from './chromium.ts';
import { FirefoxExtension, type FirefoxOptions } from './firefox.ts';
import type { FlowsPage } from './flows-page.ts';

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
  readonly options: ChromiumOptions;
  /** Chromium with the extension, in a profile of its own. */
  readonly extension: ChromiumExtension;
  readonly background: BackgroundLink;
  /** The workbench, recording. */
  readonly workbench: FlowsPage;
}

/** Tests in Chromium. */
export const test = withSandbox.extend<ChromiumFixtures>({
  options: [{}, { option: true }],
  extension: async ({ options }, use, info) => {
    const extension = await ChromiumExtension.launch(options);
    await use(extension);
    if (info.status !== info.expectedStatus) {
      for (const [index, page] of extension.context.pages().entries()) {
        await page.screenshot({ path: info.outputPath(`page-${index}.png`) }).catch(() => undefined);
      }
    }
    await extension.close();
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
