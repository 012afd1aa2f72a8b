import { sha256 } from '@noble/hashes/sha2.js';
import type { Observation } from '../flow/observation.ts';
import { isCallbackAlone, readArrival } from '../flow/recognise.ts';
import type { Flow } from '../flow/types.ts';
import { encodeBase64url } from '../jwt/base64url.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';
import type { Catalogue } from '../providers/catalogue.ts';

/** A frame as a tab shows it now. */
export interface ShownFrame {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  /** Whether the browser's error page is shown in its place. */
  readonly failed?: boolean;
}

/**
 * Callbacks that a tab shows and that no flow knows of: their listeners missed them.
 * @param known fingerprints of the URLs that were on show before recording began
 */
export function missedCallbacks(
  frames: readonly ShownFrame[],
  flows: readonly Flow[],
  known: ReadonlySet<string>,
  catalogue: Catalogue,
): readonly ShownFrame[] {
  return frames.filter((frame) => {
    if (!showsCallback(frame.url, catalogue)) return false;
    // From the newest: it is nearly always that one.
    const flow = flows.findLast(
      ({ callback, hops }) => callback?.url === frame.url || hops.some((hop) => hop.url === frame.url),
    );
    return flow === undefined && !known.has(urlFingerprint(frame.url));
  });
}

/** True when a URL alone says that it is an authorization response. */
export function showsCallback(url: string, catalogue: Catalogue): boolean {
  return isCallbackAlone(readArrival({ url, method: 'GET' }, catalogue));
}

/** What is kept of a URL that was not recorded: it says only whether another one is the same. */
export function urlFingerprint(url: string): string {
  return encodeBase64url(sha256(new TextEncoder().encode(url)));
}

/** The observation that tells of a missed callback. */
export function callbackShown({ tabId, frameId, url }: ShownFrame, metadata: EventMetadata): Observation {
  return { ...metadata, kind: 'shown', eventSource: 'tab', tabId, frameId, url };
}
