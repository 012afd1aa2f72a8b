import { browser } from './browser.ts';

/** URL of the page that DevTools inspects; undefined when it does not tell. */
export async function inspectedUrl(): Promise<string | undefined> {
  const answer: unknown = await browser.devtools.inspectedWindow.eval('location.href');
  const [url] = Array.isArray(answer) ? answer : [answer];
  return typeof url === 'string' ? url : undefined;
}

/** The browsers' two ways of telling that the theme of DevTools changed. */
interface ThemedPanels {
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
  readonly setThemeChangeHandler?: (listener: (name: string) => void) => void;
}

/** Calls back with the name of DevTools' theme whenever it changes. */
export function watchDevtoolsTheme(listener: (name: string) => void): void {
  const panels = browser.devtools.panels as ThemedPanels;
  if (panels.onThemeChanged) panels.onThemeChanged.addListener(listener);
  else panels.setThemeChangeHandler?.(listener);
}
