import puppeteer, { type Browser, type Frame, type Page, type Target } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { buildFor } from './build.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { closeFirstRun } from './first-run.ts';
import { poll } from './poll.ts';

const TITLE = 'Grantscope';
/** How long a browser with DevTools may take to be ready on a busy machine. */
const START_MS = 60_000;

/** Milliseconds until DevTools should have opened for the first tab. */
const DEVTOOLS_MS = 20_000;
const VIEWPORT = { width: 1400, height: 900 };

/** The real DevTools, open on a tab, with our panel selected. */
export interface DevToolsPanel {
  /** The inspected tab. */
  readonly tab: Page;
  /** The whole DevTools window. */
  readonly devtools: Page;
  /** Our page inside it. */
  readonly panel: Frame;
}

/** Chromium that opens DevTools for every tab. */
export class DevToolsBrowser {
  readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async launch(directory = buildFor('chromium'), headless = true): Promise<DevToolsBrowser> {
    const executablePath = findBrowser('chromium');
    if (executablePath === undefined) throw new Error('Chromium is not installed; npm test installs it.');
    const browser = await puppeteer.launch({
      executablePath,
      headless,
      timeout: START_MS,
      handleDevToolsAsPage: true,
      waitForInitialPage: false,
      defaultViewport: null,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--auto-open-devtools-for-tabs',
        `--window-size=${VIEWPORT.width},${VIEWPORT.height}`,
        ...chromiumArguments(directory),
      ],
    });
    await closeFirstRun(browser);
    await poll(
      async () => browser.targets().filter(isDevTools).length <= 1,
      'The end of the DevTools of the first-run page',
    );
    return new DevToolsBrowser(browser);
  }

  /** Opens an ordinary page in the first tab and our panel in its DevTools, which show no panel on an error page. */
  async openPanel(url: string): Promise<DevToolsPanel> {
    const first = await poll(
      async () => (await this.browser.pages()).find((page) => page.url() === 'about:blank'),
      'The first tab',
    );
    await first.goto(url);
    const opened = await this.browser
      .waitForTarget(isDevTools, { timeout: DEVTOOLS_MS })
      .catch(() => undefined);
    // Of the tab that it starts with Chromium now and then opens none while the first-run page opens and closes.
    const tab = opened ? first : await this.#openTabInsteadOf(first, url);
    const target = opened ?? (await this.browser.waitForTarget(isDevTools, { timeout: START_MS }));
    const devtools = await target.asPage();
    await poll(() => showPanel(devtools), 'Our panel among the tabs of DevTools', START_MS);
    const panel = await poll(
      async () => devtools.frames().find((frame) => frame.url().endsWith('/panel.html')),
      'The frame of our panel',
    );
    return { tab, devtools, panel };
  }

  async #openTabInsteadOf(first: Page, url: string): Promise<Page> {
    const tab = await this.browser.newPage();
    await first.close();
    await tab.goto(url);
    return tab;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

const isDevTools = (target: Target): boolean => target.url().startsWith('devtools://');

/** Docks DevTools to the bottom and selects our panel in its tab strip; gives whether it was there. */
function showPanel(devtools: Page): Promise<boolean> {
  return devtools.evaluate(async (title) => {
    // Before the root view exists, asking for it would break DevTools' start.
    if (document.querySelector('.root-view') === null) return false;
    const module: string = 'devtools://devtools/bundled/ui/legacy/legacy.js';
    const legacy = await import(module);
    const { tabs } = legacy.InspectorView.InspectorView.instance().tabbedPane;
    const tab = (tabs as { title: string; id: string }[]).find((entry) => entry.title === title);
    if (tab === undefined) return false;
    legacy.DockController.DockController.instance().setDockSide('bottom');
    await legacy.ViewManager.ViewManager.instance().showView(tab.id);
    return true;
  }, TITLE);
}
