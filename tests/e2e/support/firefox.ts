import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { type BackgroundLink, linkBackground, type ScriptPage } from './background.ts';
import { buildFor } from './build.ts';
import { FirefoxPanel, SHOW_PANEL } from './firefox-panel.ts';
import { FIRST_RUN_OPENED, isFirstRun } from './first-run.ts';
import { poll } from './poll.ts';

const ID = 'grantscope@grantscope.dev';
/** Firefox gives an extension a random host name unless it is told one. */
const UUID = '6b9a8f1c-2d0e-4a53-9c47-5f3d2e1b0a98';

export interface FirefoxOptions {
  readonly headless?: boolean;
  /** After how many idle milliseconds the background page is ended; Firefox's own half a minute unless given. */
  readonly idleTimeout?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly args?: readonly string[];
  /** A profile that outlives the browser; then what the extension stored does too. A temporary one unless given. */
  readonly profile?: string;
  /** Whether the extension may run in private windows. */
  readonly privateWindows?: boolean;
  /** Leaves the first-run page open, which a new installation opens by itself. */
  readonly keepsFirstRun?: boolean;
}

/** How long the background may take to start. */
const START_MS = 30_000;

/** A page of the extension that neither listens to nor asks the background. */
const BARE_PAGE = 'devtools.html';

/** Asked in a page of the extension: that no background page is among the extension's pages. */
const NO_BACKGROUND =
  "browser.extension.getViews().every(({ location }) => !location.pathname.startsWith('/_generated_background'))";

/** What is needed of the driver's own connection, to reach the preferences of a running Firefox. */
interface BidiConnection {
  send(
    method: string,
    parameters: object,
  ): Promise<{
    readonly result: {
      readonly contexts?: readonly { readonly context: string }[];
      readonly result?: { readonly value?: string };
    };
  }>;
}

/** What the box “Run in Private Windows” of the browser's own page does. */
const ALLOW_PRIVATE_WINDOWS = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add('${ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  const addon = await AddonManager.getAddonByID('${ID}');
  await addon.reload();
  return '';
})()`;

/** What Firefox does to a background page that was idle long enough, open ports and all. */
const STOP_BACKGROUND = `(async () => {
  const { extension } = WebExtensionPolicy.getByID('${ID}');
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  return '';
})()`;

const COLOR_SCHEME_PREFERENCE = 'layout.css.prefers-color-scheme.content-override';
const COLOR_SCHEMES = { dark: 0, light: 1 } as const;

/** Firefox with the extension, in a profile of its own. */
export class FirefoxExtension {
  readonly browser: Browser;
  readonly origin = `moz-extension://${UUID}`;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async launch(options: FirefoxOptions = {}): Promise<FirefoxExtension> {
    const { headless = true, idleTimeout, colorScheme = 'light', profile, privateWindows } = options;
    const executablePath = findBrowser('firefox');
    if (executablePath === undefined) throw new Error('Firefox is not installed; npm test installs it.');
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless,
      ...(profile === undefined ? {} : { userDataDir: profile }),
      defaultViewport: null,
      args: ['--remote-allow-system-access', '--width=1280', '--height=900', ...(options.args ?? [])],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
        'extensions.webextOptionalPermissionPrompts': false,
        [COLOR_SCHEME_PREFERENCE]: COLOR_SCHEMES[colorScheme],
        // An extension that is installed for one session is removed when it ends, and its storage with it.
        ...(profile === undefined
          ? {}
          : {
              'extensions.webextensions.keepStorageOnUninstall': true,
              'extensions.webextensions.keepUuidOnUninstall': true,
            }),
        ...(idleTimeout === undefined ? {} : { 'extensions.background.idle.timeout': idleTimeout }),
      },
    });
    await browser.installExtension(buildFor('firefox'));
    const firefox = new FirefoxExtension(browser);
    if (!options.keepsFirstRun) await firefox.#closeFirstRun();
    if (privateWindows) await firefox.#inBrowserWindow(ALLOW_PRIVATE_WINDOWS);
    return firefox;
  }

  /** Closes the first-run page; in a profile that has shown it before there is none. */
  async #closeFirstRun(): Promise<void> {
    const bare = await this.openPage(BARE_PAGE);
    const isOpened = `browser.storage.local.get('${FIRST_RUN_OPENED}').then((stored) => Object.values(stored)[0] === true)`;
    await poll(() => bare.evaluate(isOpened) as Promise<boolean>, 'Opening the first-run page', START_MS);
    for (const page of await this.browser.pages())
      if (isFirstRun(await this.addressOf(page))) await page.close();
    await bare.close();
  }

  /** What stands in a tab; the driver is not told of addresses that the extension opens. */
  addressOf(page: Page): Promise<string> {
    return page.evaluate(() => location.href).catch(() => '');
  }

  newTab(): Promise<Page> {
    return this.browser.newPage();
  }

  /** Opens one of the extension's pages, of whose load event the driver is never told. */
  async openPage(name: string): Promise<Page> {
    const page = await this.browser.newPage();
    const url = `${this.origin}/${name}`;
    void page.goto(url, { timeout: 1_000 }).catch(() => undefined);
    await poll(
      () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
      `Loading ${name}`,
    );
    return page;
  }

  /** The background, asked from a page of the extension that holds no port to it. */
  async link(): Promise<BackgroundLink & { readonly page: Page }> {
    const page = await this.openPage(BARE_PAGE);
    const script: ScriptPage = { evaluate: (text) => page.evaluate(text) as never };
    return { ...linkBackground(script), page };
  }

  /**
   * Waits until the background page was ended for idleness; needs a short `idleTimeout`, and no page with a port to it.
   * @param page a page of the extension from which to look
   */
  async expireBackground(page: Page): Promise<void> {
    await poll(() => page.evaluate(NO_BACKGROUND) as Promise<boolean>, 'The background page being ended');
  }

  /** Stops the background page at once, also while pages hold ports to it. */
  async stopBackground(): Promise<void> {
    await this.#inBrowserWindow(STOP_BACKGROUND);
  }

  /** Makes every page believe that the system prefers these colours. */
  async setColorScheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.#inBrowserWindow(
      `Services.prefs.setIntPref('${COLOR_SCHEME_PREFERENCE}', ${COLOR_SCHEMES[colorScheme]})`,
    );
  }

  /** Opens the developer tools of the tab in front, on our panel. */
  async showPanel(): Promise<FirefoxPanel> {
    await this.#inBrowserWindow(SHOW_PANEL);
    return new FirefoxPanel((expression) => this.#inBrowserWindow(expression));
  }

  /** Runs a script in the browser's own window, as its interface does; gives the text that it promises. */
  async #inBrowserWindow(expression: string): Promise<string> {
    const { connection } = this.browser as unknown as { readonly connection: BidiConnection };
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = tree.result.contexts ?? [];
    const target = { context: window?.context };
    const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
    return result.result?.value ?? '';
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
