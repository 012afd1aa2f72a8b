import { readHarEntry } from '../export/import-har.ts';
import type { Observation } from '../flow/observation.ts';
import type { BrowserEvent } from './browser-event.ts';
import { type EventMetadata, metadataAt } from './event-metadata.ts';
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

/** The tab of what comes from a file. */
const TAB_OF_FILE = 1;

const FRAMES: ReadonlySet<string> = new Set(['main_frame', 'sub_frame']);

/**
 * What an event of a browser tells of authorization traffic: its observation, or nothing for an event that is no
 * navigation and for a HAR entry that is broken. Never throws on a HAR entry.
 * @param event with its source and name; the bare details of a listener or a bare HAR entry where these say what they are
 * @param stamp key and time; made of the event's own time when absent, and of the present when it has none
 */
export function observe(event: BrowserEvent | unknown, metadata?: EventMetadata): Observation | undefined {
  const named = nameEvent(event);
  if (!named) return undefined;
  switch (named.source) {
    case 'webRequest':
      return ofRequest(named, metadata ?? metadataAt(named.details.timeStamp));
    case 'webNavigation':
      return ofNavigation(named, metadata ?? metadataAt(named.details.timeStamp));
    case 'tabs':
      return {
        ...(metadata ?? metadataAt()),
        kind: 'closed',
        eventSource: 'tab',
        tabId: named.tabId,
        frameId: 0,
      };
    case 'har':
      return ofEntry(named.entry, metadata);
    default:
      return undefined;
  }
}

function ofRequest(
  { event, details }: Extract<BrowserEvent, { source: 'webRequest' }>,
  metadata: EventMetadata,
): Observation | undefined {
  if (details.type !== undefined && !FRAMES.has(details.type)) return undefined;
  switch (event) {
    case 'onBeforeRequest':
      return requestObserved(details, metadata);
    case 'onHeadersReceived':
    case 'onCompleted':
      return responseObserved(details, metadata);
    case 'onBeforeRedirect': {
      const responseHeaders = [{ name: 'location', value: details.redirectUrl }];
      return responseObserved({ ...details, responseHeaders }, metadata);
    }
    case 'onErrorOccurred':
      return requestFailed(details, metadata);
    default:
      return undefined;
  }
}

function ofNavigation(
  { event, details }: Extract<BrowserEvent, { source: 'webNavigation' }>,
  metadata: EventMetadata,
): Observation | undefined {
  switch (event) {
    case 'onBeforeNavigate':
      return navigationStarted(details, metadata);
    case 'onCommitted':
      return navigationCommitted(details, metadata);
    case 'onErrorOccurred':
      return navigationFailed(details, metadata);
    case 'onCreatedNavigationTarget':
      return tabOpened(details, metadata);
    default:
      return undefined;
  }
}

function ofEntry(entry: unknown, metadata: EventMetadata | undefined): Observation | undefined {
  const read = readHarEntry(entry);
  if ('skipped' in read) return undefined;
  const { exchange } = read;
  const { id, at } = metadata ?? metadataAt(exchange.at);
  return {
    ...exchange,
    id,
    at,
    kind: 'exchange',
    eventSource: 'webRequest',
    tabId: TAB_OF_FILE,
    frameId: 0,
    requestId: `file-${id}`,
  };
}
