import type { Background } from '../../messaging/protocol.ts';
import { accessFragment } from './app-tabs.ts';
import type { Services } from './services.ts';

/**
 * Host access for a page that the browser does not let ask, as a panel of Firefox's developer tools: the background
 * tells what is granted, and the workbench, in a tab of its own, asks.
 */
export function createAccessElsewhere(
  background: Background,
  openWorkbench: (fragment: string) => void,
  currentSite: () => Promise<string | undefined> = async () => undefined,
): Services['access'] {
  const ask = async (patterns: readonly string[]): Promise<boolean> => {
    openWorkbench(accessFragment(patterns));
    return false;
  };
  return {
    elsewhere: true,
    currentSite,
    async state() {
      const status = await background.call('status');
      if (!status.ok) throw new Error(status.failure.message);
      return { allSites: status.value.allSites, origins: status.value.accessOrigins };
    },
    request: ask,
    revoke: async () => ask([]),
    watch: (listener) => background.subscribe(listener),
  };
}
