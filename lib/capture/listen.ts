import { browser } from '../browser/browser.ts';
import type { Observation } from '../flow/observation.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';
import {
  type BeforeRequestDetails,
  navigationCommitted,
  navigationFailed,
  navigationStarted,
  requestFailed,
  requestObserved,
  responseObserved,
  tabOpened,
} from '../observe/normalise.ts';
import type { Hold } from './hold/hold.ts';

/**
 * Registers every listener that observes, at once, as a background that may be woken by any of them must. Two event sources:
 * webRequest tells hops, statuses and bodies where there is host access; webNavigation tells callbacks everywhere. Each
 * registered event costs a message per hop, so there are no others.
 * @param evaluate present where a callback is stopped by what the listener answers; the request then waits for that
 */
export function listen(
  observe: (observation: Observation) => void,
  metadata: (at: number) => EventMetadata,
  evaluate?: Hold['evaluate'],
): void {
  const { webRequest, webNavigation, tabs } = browser;
  const filter: { urls: string[]; types: ('main_frame' | 'sub_frame')[] } = {
    urls: ['<all_urls>'],
    types: ['main_frame', 'sub_frame'],
  };
  const blocking = evaluate ? (['blocking'] as const) : [];
  webRequest.onBeforeRequest.addListener(
    (details) => {
      observe(requestObserved(details as unknown as BeforeRequestDetails, metadata(details.timeStamp)));
      return evaluate?.(details, 'request');
    },
    filter,
    ['requestBody', ...blocking],
  );
  webRequest.onHeadersReceived.addListener(
    (details) => {
      observe(responseObserved(details, metadata(details.timeStamp)));
      return evaluate?.(details, 'answer');
    },
    filter,
    ['responseHeaders', ...blocking],
  );
  webRequest.onErrorOccurred.addListener(
    (details) => observe(requestFailed(details, metadata(details.timeStamp))),
    filter,
  );
  webNavigation.onBeforeNavigate.addListener((details) =>
    observe(navigationStarted(details, metadata(details.timeStamp))),
  );
  webNavigation.onCommitted.addListener((details) =>
    observe(navigationCommitted(details, metadata(details.timeStamp))),
  );
  webNavigation.onErrorOccurred.addListener((details) =>
    observe(navigationFailed(details, metadata(details.timeStamp))),
  );
  webNavigation.onCreatedNavigationTarget.addListener((details) =>
    observe(tabOpened(details, metadata(details.timeStamp))),
  );
  tabs.onRemoved.addListener((tabId) =>
    observe({ ...metadata(Date.now()), kind: 'closed', eventSource: 'tab', tabId, frameId: 0 }),
  );
}
