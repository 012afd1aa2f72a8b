import { browser } from '../../lib/browser/browser.ts';
import { isOfChromium, watchInspectedCookies } from '../../lib/browser/inspected-cookies.ts';
import { watchInspectedNetwork } from '../../lib/browser/inspected-network.ts';
import { hasCookiesToRead } from '../../lib/flow/cookies/read-cookie-exchange.ts';
import { isPageCall } from '../../lib/flow/page-call.ts';
import { createPreflights } from '../../lib/flow/preflights.ts';
import type { PageCalls } from '../../lib/state/flows/page-calls.ts';
import type { PageCookies } from '../../lib/state/flows/page-cookies.ts';

const { inspectedWindow, panels } = browser.devtools;

void panels.create('Grantscope', '/icons/32.png', '/panel.html');

// What records calls and cookies is loaded with the first of them: most pages that are inspected have none.
let calls: Promise<PageCalls> | undefined;
const preflights = createPreflights();
watchInspectedNetwork(
  (entry) => {
    preflights.note(entry);
    return isPageCall(entry);
  },
  async (entry, content) => {
    calls ??= import('../../lib/state/flows/connect-page-calls.ts').then(({ connectPageCalls }) =>
      connectPageCalls(),
    );
    await (await calls).record(entry, content, preflights.of(entry));
  },
);

let cookies: Promise<PageCookies> | undefined;
watchInspectedCookies(hasCookiesToRead, async (entries) => {
  const [first] = entries;
  if (!first) return;
  cookies ??= import('../../lib/state/flows/page-cookies.ts').then(({ connectPageCookies }) =>
    connectPageCookies(inspectedWindow.tabId, isOfChromium(first) ? 'chromium' : 'firefox'),
  );
  await (await cookies).read(entries);
  // A page may be the authorize request for which an earlier call was made.
  await (await calls)?.retry();
});
