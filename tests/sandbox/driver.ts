/**
 * The little a scenario asks of a browser, so that Playwright, puppeteer and the unit tests can all drive it.
 * Selectors are CSS. Every method acts on one tab; take a new tab for each scenario, because Chromium ignores
 * clicks in a tab that was sent to a custom scheme.
 */
export interface Driver {
  /** Opens a URL. Must not fail when the navigation ends in an error page or a custom scheme. */
  goto(url: string): Promise<void>;
  /** Waits until an element matches. */
  waitFor(selector: string): Promise<void>;
  /** Replaces the text of an input. */
  fill(selector: string, value: string): Promise<void>;
  /** Clicks an element; a click on an empty checkbox ticks it. Need not wait for a navigation. */
  click(selector: string): Promise<void>;
}
