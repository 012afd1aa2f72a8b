import type { Flow } from '../../flow/types.ts';

/** A navigation that the browser did not let through. */
export interface Stopped {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  /** Where webRequest told of it. */
  readonly requestId?: string;
  /** Of an answer that was stopped. */
  readonly responseHeaders?: readonly ResponseHeader[] | undefined;
}

/** A header of an answer, as webRequest gives and takes it. */
export interface ResponseHeader {
  readonly name: string;
  readonly value?: string;
}

/** Chromium's name for what an extension's rule stopped. */
const BY_EXTENSION = /ERR_BLOCKED_BY_CLIENT/;

export function isBlocked(error: string): boolean {
  return BY_EXTENSION.test(error);
}

/** True when an earlier event source told of this stop, and the flow is held already. */
export function stoppedBefore(flows: readonly Flow[], { tabId, url }: Stopped): boolean {
  return flows.some(
    ({ hold, callback, hops, tabId: own }) =>
      hold !== undefined &&
      own === tabId &&
      (callback?.url === url || (callback?.response.customScheme && hops.at(-1)?.url === url)),
  );
}

/**
 * The flow whose callback was stopped just now: one that was neither stopped nor delivered before. For a custom scheme
 * it is the answer redirecting there that was stopped.
 */
export function stoppedFlow(flows: readonly Flow[], stopped: Stopped): Flow | undefined {
  return flows.findLast(({ callback, hold, hops, tabId }) => {
    if (!callback || hold || tabId !== stopped.tabId) return false;
    const last = hops.at(-1);
    const same =
      stopped.requestId === undefined || last === undefined || last.requestId === stopped.requestId;
    if (callback.response.customScheme) return last?.url === stopped.url && same;
    return callback.url === stopped.url && same && (last === undefined || last.role !== 'after callback');
  });
}
