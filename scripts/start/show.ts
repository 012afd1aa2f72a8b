import { DevToolsBrowser } from '../../tests/e2e/support/devtools-panel.ts';
import { FirefoxExtension } from '../../tests/e2e/support/firefox.ts';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';
import type { BrowserId } from '../setup/browsers.mjs';

/** A visible browser, until it is closed. */
interface Shown {
  readonly closed: Promise<unknown>;
  close(): Promise<void>;
}

const SHOW: Readonly<Record<BrowserId, (url: string) => Promise<Shown>>> = {
  async chromium(url) {
    const devtools = await DevToolsBrowser.launch(undefined, false);
    await devtools.openPanel(url);
    return {
      closed: new Promise((resolve) => devtools.browser.once('disconnected', resolve)),
      close: () => devtools.close(),
    };
  },
  async firefox(url) {
    const extension = await FirefoxExtension.launch({ headless: false });
    const page = await extension.newTab();
    await page.goto(url);
    await extension.showPanel();
    return {
      closed: new Promise((resolve) => extension.browser.once('disconnected', resolve)),
      close: () => extension.close(),
    };
  },
};

/** Shows the browser with the extension, DevTools and the sandbox's start page until it is closed. */
export async function show(browser: BrowserId, urls: SandboxUrls): Promise<number> {
  const shown = await SHOW[browser](urls.start);
  console.log(
    `The sandbox is at ${urls.start}. Switch Record on in the Grantscope panel of DevTools, then choose a scenario.`,
  );
  console.log('Close the browser or press Ctrl-C to stop.');
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await Promise.race([shown.closed, interrupted]);
  await shown.close().catch(() => undefined);
  return 0;
}
