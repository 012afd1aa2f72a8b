import { browser } from '../browser/browser.ts';
import type { Launched, Observation } from '../flow/observation.ts';
import { CommandError } from '../messaging/command-error.ts';
import type { LaunchOrder } from '../messaging/protocol.ts';
import { isHttp, parseUrl } from '../oauth/url.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';

/**
 * Opens an authorize URL; the observation of the launch is recorded before the browser goes anywhere. With `phone` it is
 * recorded only, since another device opens it.
 */
export async function launch(
  order: LaunchOrder,
  record: (observation: Observation) => void,
  metadata: (at: number) => EventMetadata,
  phone?: Launched['phone'],
): Promise<{ tabId: number }> {
  if (!isHttp(order.url) || !parseUrl(order.url)) {
    throw new CommandError({
      code: 'not-launchable',
      message: 'This is no http or https URL, so it is not opened.',
      remedy: 'Check the authorization endpoint of the chosen environment.',
    });
  }
  const launchId = crypto.randomUUID();
  const launched = (tabId: number): Observation => ({
    ...metadata(Date.now()),
    kind: 'launched',
    eventSource: 'launch',
    launchId,
    tabId,
    frameId: 0,
    url: order.url,
    profileId: order.profileId,
    environmentId: order.environmentId,
    ...(order.redirectUri === undefined ? {} : { redirectUri: order.redirectUri }),
    ...(order.state === undefined ? {} : { state: order.state }),
    ...(phone ? { phone } : {}),
  });
  if (phone) {
    record(launched(-1));
    return { tabId: -1 };
  }
  if (order.target === 'this-tab') {
    const tabId = order.tabId ?? (await activeTab());
    record(launched(tabId));
    await browser.tabs.update(tabId, { url: order.url });
    return { tabId };
  }
  if (order.target === 'private-window') await requirePrivateAccess();
  record(launched(-1));
  try {
    const tabId = await (order.target === 'new-tab' ? openTab(order.url) : openPrivateWindow(order.url));
    record(launched(tabId));
    return { tabId };
  } catch (error) {
    record({ ...metadata(Date.now()), kind: 'closed', eventSource: 'tab', tabId: -1, frameId: 0 });
    throw error;
  }
}

async function activeTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) return tab.id;
  throw new CommandError({
    code: 'no-tab',
    message: 'There is no active tab to open the request in.',
    remedy: 'Open it in a new tab.',
  });
}

async function openTab(url: string): Promise<number> {
  return (await browser.tabs.create({ url })).id ?? -1;
}

async function requirePrivateAccess(): Promise<void> {
  if (!(await browser.extension.isAllowedIncognitoAccess())) {
    throw new CommandError({
      code: 'private-not-allowed',
      message: 'Grantscope may not see private windows, so the callback would be lost.',
      remedy:
        'Allow it in the browser’s extension settings: “Allow in Incognito” or “Run in Private Windows”.',
    });
  }
}

async function openPrivateWindow(url: string): Promise<number> {
  const opened = await browser.windows.create({ url, incognito: true });
  return opened.tabs?.[0]?.id ?? -1;
}
