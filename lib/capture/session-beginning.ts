import { browser } from '../browser/browser.ts';

/** Why the background knows nothing of this session: the browser started, or the extension was reloaded or updated in it. */
export type SessionBeginning = 'browser-start' | 'reload';

/** Milliseconds in which a browser that starts says so. */
const SAYS_SO_WITHIN = 1_000;

/** Listens at once; gives how to ask, once, when nothing is known of the session. */
export function listenToBeginning(): () => Promise<SessionBeginning> {
  const started = new Promise<'browser-start'>((resolve) => {
    browser.runtime.onStartup.addListener(() => resolve('browser-start'));
  });
  return () =>
    Promise.race([
      started,
      new Promise<'reload'>((resolve) => setTimeout(() => resolve('reload'), SAYS_SO_WITHIN)),
    ]);
}
