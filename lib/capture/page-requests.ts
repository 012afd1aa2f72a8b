import type { NetworkEntry } from '../flow/network-entry.ts';
import { isPageCall } from '../flow/page-call.ts';
import {
  carriesToken,
  type EventHeaders,
  isOfExtension,
  listed,
  mayBeCall,
  type RequestBegun,
  type RequestEvent,
  requestEntry,
} from '../observe/request-entry.ts';

/** Requests that are followed at once; the oldest is given up first. */
export const MAX_FOLLOWED_REQUESTS = 100;

interface PageRequestParts {
  /** Asked of every request: whether anything may be kept. */
  readonly isWanted: () => boolean;
  /** Whether there is a flow that a token could be of. */
  readonly hasFlows: () => boolean;
  /** Called once for each request that may be authorization traffic, when it ended. */
  readonly take: (entry: NetworkEntry) => void;
}

/** Follows the requests of pages by the events of webRequest. What is no authorization traffic is forgotten at once. */
export interface PageRequests {
  /** webRequest.onBeforeRequest, with the body. */
  begun(event: RequestBegun): void;
  /** webRequest.onSendHeaders. */
  sent(event: RequestEvent & { readonly requestHeaders?: EventHeaders }): void;
  /** webRequest.onHeadersReceived. */
  answered(
    event: RequestEvent & { readonly statusCode: number; readonly responseHeaders?: EventHeaders },
  ): void;
  /** webRequest.onCompleted. */
  completed(event: RequestEvent): void;
  /** webRequest.onErrorOccurred. */
  failed(event: RequestEvent & { readonly error: string }): void;
}

interface Followed {
  readonly begun: RequestBegun;
  readonly entry?: Pick<NetworkEntry, 'startedDateTime' | 'request'>;
  readonly response?: NetworkEntry['response'];
}

export function createPageRequests({ isWanted, hasFlows, take }: PageRequestParts): PageRequests {
  const followed = new Map<string, Followed>();
  const follow = (id: string, request: Followed): void => {
    followed.set(id, request);
    const [oldest] = followed.keys();
    if (followed.size > MAX_FOLLOWED_REQUESTS && oldest !== undefined) followed.delete(oldest);
  };
  const end = ({ requestId, timeStamp }: RequestEvent, error?: string): void => {
    const request = followed.get(requestId);
    if (!request) return;
    followed.delete(requestId);
    const { begun, entry = requestEntry(begun, []), response = NO_RESPONSE } = request;
    const time = Math.max(timeStamp - begun.timeStamp, 0);
    take({ ...entry, time, response, ...(error === undefined ? {} : { _error: error }) });
  };
  return {
    begun(event) {
      // A redirect goes on under the same id.
      if (followed.has(event.requestId)) end(event);
      if (!isWanted() || !mayBeCall(event) || isOfExtension(event)) return;
      const entry = requestEntry(event, []);
      // A form of a page that says nothing of a grant may still carry a token in a header, which comes later.
      if (isPageCall({ ...entry, time: 0, response: NO_RESPONSE }))
        follow(event.requestId, { begun: event, entry });
    },
    sent(event) {
      const { requestId, requestHeaders } = event;
      const known = followed.get(requestId);
      if (known) {
        follow(requestId, { ...known, entry: requestEntry(known.begun, requestHeaders) });
        return;
      }
      if (!isWanted() || !carriesToken(requestHeaders) || !hasFlows() || isOfExtension(event)) return;
      follow(requestId, { begun: event, entry: requestEntry(event, requestHeaders) });
    },
    answered({ requestId, statusCode, responseHeaders }) {
      const known = followed.get(requestId);
      if (known)
        follow(requestId, { ...known, response: { status: statusCode, headers: listed(responseHeaders) } });
    },
    completed: (event) => end(event),
    failed: (event) => end(event, event.error),
  };
}

const NO_RESPONSE: NetworkEntry['response'] = { status: 0, headers: [] };
