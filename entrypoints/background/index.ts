import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser/browser.ts';
import { createCapture } from '../../lib/capture/capture.ts';
import { listenToInstallation } from '../../lib/capture/first-run.ts';
import { listen } from '../../lib/capture/listen.ts';
import { listenToCalls } from '../../lib/capture/listen-to-calls.ts';
import { listenToShortcuts } from '../../lib/capture/shortcuts.ts';
import { createPublisher } from '../../lib/messaging/publisher.ts';
import { serveCommands } from '../../lib/messaging/server.ts';

export default defineBackground({
  type: 'module',
  main() {
    const capture = createCapture();
    listen(capture.observe, capture.metadata, capture.evaluate);
    listenToCalls(capture.pageRequests);
    serveCommands(capture.handlers);
    listenToShortcuts(capture.handlers, capture.badge);
    listenToInstallation();
    const publisher = createPublisher({
      epoch: capture.epoch,
      ready: capture.ready,
      summary: capture.summary,
      summaries: capture.summaries,
      status: capture.status,
      flush: capture.flush,
      onOpenPages: capture.setOpenPages,
      onSubscribed: () => void capture.lookAtTabs(),
    });
    capture.changes.listen(publisher.publish);
    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status === 'complete') capture.tabLoaded(tabId);
    });
    // Firefox says that it is about to stop the background; Chromium stops it only after seconds without an event.
    browser.runtime.onSuspend.addListener(capture.flush);
    // Being woken is enough: what an earlier session left is dealt with before anything else.
    browser.runtime.onStartup.addListener(() => void capture.ready);
  },
});
