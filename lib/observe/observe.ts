import { readHarEntry } from '../export/import-har.ts';
import type { Observation } from '../flow/observation.ts';
import type { BrowserEvent } from './browser-event.ts';
import { nameEvent } from './name-event.ts';
import {
  navigationCommitted,
  navigationFailed,
  navigationStarted,
  requestFailed,
  requestObserved,
  responseObserved,
  tabOpened,
} from './normalise.ts';
import { type Stamp, stampAt } from './stamp.ts';

/** The tab of what comes from a file. */
const TAB_OF_FILE = 1;

const FRAMES: ReadonlySet<string> = new Set(['main_frame', 'sub_frame']);

/**
 * What an event of a browser tells of authorization traffic: its observation, or nothing for an event that is no
 * navigation and for a HAR entry that is broken. Never throws on a HAR entry.
 * @param event with its source and name; the bare details of a listener or a bare HAR entry where these say what they are
 * @param stamp key and time; made of the event's own time when absent, and of the present when it has none
 */
export function observe(event: BrowserEvent | unknown, stamp?: Stamp): Observation | undefined {
  const named = nameEvent(event);
  if (!named) return undefined;
  switch (named.source) {
    case 'webRequest':
      return ofRequest(named, stamp ?? stampAt(named.details.timeStamp));
    case 'webNavigation':
      return ofNavigation(named, stamp ?? stampAt(named.details.timeStamp));
    case 'tabs':
      return { ...(stamp ?? stampAt()), kind: 'closed', witness: 'tab', tabId: named.tabId, frameId: 0 };
    case 'har':
      return ofEntry(named.entry, stamp);
    default:
      return undefined;
  }
}

function ofRequest(
  { event, details }: Extract<BrowserEvent, { source: 'webRequest' }>,
  stamp: Stamp,
): Observation | undefined {
  if (details.type !== undefined && !FRAMES.has(details.type)) return undefined;
  switch (event) {
    case 'onBeforeRequest':
      return requestObserved(details, stamp);
    case 'onHeadersReceived':
    case 'onCompleted':
      return responseObserved(details, stamp);
    case 'onBeforeRedirect': {
      const responseHeaders = [{ name: 'location', value: details.redirectUrl }];
      return responseObserved({ ...details, responseHeaders }, stamp);
    }
    case 'onErrorOccurred':
      return requestFailed(details, stamp);
    default:
      return undefined;
  }
}

function ofNavigation(
  { event, details }: Extract<BrowserEvent, { source: 'webNavigation' }>,
  stamp: Stamp,
): Observation | undefined {
  switch (event) {
    case 'onBeforeNavigate':
      return navigationStarted(details, stamp);
    case 'onCommitted':
      return navigationCommitted(details, stamp);
    case 'onErrorOccurred':
      return navigationFailed(details, stamp);
    case 'onCreatedNavigationTarget':
      return tabOpened(details, stamp);
    default:
      return undefined;
  }
}

function ofEntry(entry: unknown, stamp: Stamp | undefined): Observation | undefined {
  const read = readHarEntry(entry);
  if ('skipped' in read) return undefined;
  const { exchange } = read;
  const { id, at } = stamp ?? stampAt(exchange.at);
  return {
    ...exchange,
    id,
    at,
    kind: 'exchange',
    witness: 'webRequest',
    tabId: TAB_OF_FILE,
    frameId: 0,
    requestId: `file-${id}`,
  };
}
