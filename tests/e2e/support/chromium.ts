import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { type BackgroundLink, linkBackground } from './background.ts';
import { buildFor } from './build.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { FIRST_RUN_OPENED, isFirstRun } from './first-run.ts';
import { FlowsPage } from './flows-page.ts';
import { poll } from './poll.ts';
import { PopupPage } from './popup-page.ts';

export interface ChromiumOptions {
  /** The extension's folder; the build unless given. */
  readonly directory?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly headless?: boolean;
  /** A profile folder to use; one of its own, thrown away afterwards, unless given. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** Language of the browser's own interface, which decides about the extension's messages. */
  readonly language?: string;
  /** Leaves the first-run page open, which a new installation opens by itself. */
  readonly keepsFirstRun?: boolean;
}

/** Milliseconds after which a worker that has not stopped is told again. */
const STOP_AGAIN_AFTER = 1_000;

/** A page of the extension that neither listens to nor asks the background. */
const BARE_PAGE = 'devtools.html';

/** How long the background may take to start. */
const START_MS = 15_000;

export const POPUP_SIZE = { width: 360, height: 600 } as const;

/** Chromium with the extension, in a profile of its own. */
export class ChromiumExtension {
  readonly context: BrowserContext;
  /** `chrome-extension://<id>` without a trailing slash. */
  readonly origin: string;
  #control: Page | undefined;

  private constructor(context: BrowserContext, origin: string) {
    this.context = context;
    this.origin = origin;
  }

  static async launch(options: ChromiumOptions = {}): Promise<ChromiumExtension> {
    const { directory = buildFor('chromium'), colorScheme = 'light', headless = true } = options;
    const { language = 'en' } = options;
    const executablePath = findBrowser('chromium');
    if (executablePath === undefined) throw new Error('Chromium is not installed; npm test installs it.');
    const context = await chromium.launchPersistentContext(options.profile ?? '', {
      executablePath,
      headless,
      colorScheme,
      viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [...chromiumArguments(directory), `--lang=${language}`, ...(options.args ?? [])],
      // On Linux Chromium takes its language from here.
      env: { ...process.env, LANGUAGE: language },
    });
    const [running] = context.serviceWorkers();
    const worker =
      running ?? (await context.waitForEvent('serviceworker', { timeout: START_MS }).catch(neverStarted));
    const origin = originOf(worker);
    // Only to read what a copy button wrote; the extension itself never reads the clipboard.
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const extension = new ChromiumExtension(context, origin);
    if (!options.keepsFirstRun) await extension.#closeFirstRun(options.profile === undefined);
    return extension;
  }

  /** Closes the first-run page; in a profile that has shown it before there is none. */
  async #closeFirstRun(isNew: boolean): Promise<void> {
    await poll(
      async () => this.worker()?.evaluate(removeFirstRun, { key: FIRST_RUN_OPENED, isNew }),
      'Opening the first-run page',
      START_MS,
    );
    await poll(
      async () => this.context.pages().every((page) => !isFirstRun(page.url())),
      'The end of the first-run page',
    );
  }

  /** The tab with which the browser starts. */
  get tab(): Page {
    const [page] = this.context.pages();
    if (page === undefined) throw new Error('The browser has no tab.');
    return page;
  }

  worker(): Worker | undefined {
    return this.context.serviceWorkers().find((worker) => worker.url().startsWith(this.origin));
  }

  /**
   * Ends the background worker as the browser does after half a minute of idleness, and waits until it is gone.
   * @param page from which to do so; an empty one of its own unless given
   */
  async stopWorker(page?: Page): Promise<void> {
    const control = await this.context.newCDPSession(page ?? (await this.#controlPage()));
    let stopped = false;
    control.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const ours = versions.find(({ scriptURL }) => scriptURL.startsWith(this.origin));
      // What wakes it again does not undo that it was stopped: one stop is one end of the worker.
      stopped ||= ours?.runningStatus === 'stopped';
    });
    await control.send('ServiceWorker.enable');
    let asked = Number.NEGATIVE_INFINITY;
    await poll(async () => {
      if (stopped) return true;
      // One that was starting when it was told to stop goes on, and is told again.
      if (performance.now() - asked > STOP_AGAIN_AFTER) {
        asked = performance.now();
        await control.send('ServiceWorker.stopAllWorkers');
      }
      return stopped;
    }, 'The end of the background worker');
    await control.detach();
  }

  async #controlPage(): Promise<Page> {
    if (this.#control === undefined || this.#control.isClosed()) this.#control = await this.context.newPage();
    return this.#control;
  }

  /** Switches on the developer mode, without which an unpacked extension stays off after it reloaded itself. */
  async allowReload(): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`);
    await page.close();
  }

  /** The background, asked from a page of the extension that holds no port to it. */
  async link(): Promise<BackgroundLink> {
    return linkBackground(await this.openBarePage());
  }

  /** A page of the extension that neither listens to nor asks the background. */
  openBarePage(): Promise<Page> {
    return this.openPage(BARE_PAGE);
  }

  /** The browser's own ids of tabs. */
  async tabIds(pages: readonly Page[]): Promise<readonly (number | undefined)[]> {
    const bare = await this.openBarePage();
    const tabs = await bare.evaluate(() => chrome.tabs.query({}));
    await bare.close();
    return pages.map((page) => tabs.find(({ url }) => url === page.url())?.id);
  }

  async openPage(name: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/${name}`);
    return page;
  }

  async openWorkbench(): Promise<FlowsPage> {
    return new FlowsPage(await this.openPage('workbench.html'));
  }

  async openPopup(): Promise<PopupPage> {
    const page = await this.context.newPage();
    await page.setViewportSize(POPUP_SIZE);
    await page.goto(`${this.origin}/popup.html`);
    return new PopupPage(page);
  }

  /** Switches recording by the workbench, as a person does, and closes it again. */
  async record(on: boolean): Promise<void> {
    const workbench = await this.openWorkbench();
    await workbench.record(on);
    await workbench.page.close();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Runs in the background: once the first-run page was opened, closes it; a new profile has one to close. */
async function removeFirstRun({
  key,
  isNew,
}: {
  readonly key: string;
  readonly isNew: boolean;
}): Promise<boolean> {
  const stored = await chrome.storage.local.get(key);
  const address = chrome.runtime.getURL('welcome.html');
  const found = (await chrome.tabs.query({})).filter(({ url, pendingUrl }) =>
    [url, pendingUrl].includes(address),
  );
  if (stored[key] !== true || (isNew && found.length === 0)) return false;
  await chrome.tabs.remove(found.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return true;
}

function neverStarted(): never {
  throw new Error('The extension did not start. Does every file that its manifest names exist?');
}

const originOf = (worker: Worker): string => worker.url().split('/').slice(0, 3).join('/');
