import { browser } from '../../lib/browser/browser.ts';
import { watchInspectedNetwork } from '../../lib/browser/inspected-network.ts';
import { isPageCall } from '../../lib/flow/page-call.ts';
import type { PageCalls } from '../../lib/state/flows/page-calls.ts';

void browser.devtools.panels.create('Grantscope', '/icons/32.png', '/panel.html');

// What records calls is loaded with the first of them: most pages that are inspected make none.
let calls: Promise<PageCalls> | undefined;
watchInspectedNetwork(isPageCall, async (entry, content) => {
  calls ??= import('../../lib/state/flows/page-calls.ts').then(({ connectPageCalls }) => connectPageCalls());
  await (await calls).record(entry, content);
});
