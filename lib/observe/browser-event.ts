import type { BeforeRequestDetails } from './normalise.ts';

/** The events of one API, by name, and what the browser hands to their listeners, as far as it is read. */
interface Common {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly timeStamp?: number;
}

interface OfRequest extends Common {
  readonly requestId: string;
  /** The kind of resource; only `main_frame` and `sub_frame` are navigations. */
  readonly type?: string;
}

interface WebRequestEvents {
  readonly onBeforeRequest: BeforeRequestDetails & { readonly timeStamp?: number; readonly type?: string };
  readonly onHeadersReceived: OfRequest & {
    readonly statusCode: number;
    readonly responseHeaders?: readonly { readonly name: string; readonly value?: string }[];
  };
  readonly onBeforeRedirect: OfRequest & { readonly statusCode: number; readonly redirectUrl: string };
  readonly onCompleted: OfRequest & { readonly statusCode: number };
  readonly onErrorOccurred: OfRequest & { readonly error: string };
}

interface WebNavigationEvents {
  readonly onBeforeNavigate: Common;
  readonly onCommitted: Common & {
    readonly transitionType?: string;
    readonly transitionQualifiers?: readonly string[];
  };
  readonly onErrorOccurred: Common & { readonly error?: string };
  readonly onCreatedNavigationTarget: Omit<Common, 'frameId'> & {
    readonly sourceTabId: number;
    readonly sourceFrameId: number;
  };
}

type EventOf<Source extends string, Events> = {
  readonly [Name in keyof Events]: {
    readonly source: Source;
    readonly event: Name;
    readonly details: Events[Name];
  };
}[keyof Events];

/** Something that a browser tells of, or wrote into a HAR file (HAR 1.2). */
export type BrowserEvent =
  | EventOf<'webRequest', WebRequestEvents>
  | EventOf<'webNavigation', WebNavigationEvents>
  | { readonly source: 'tabs'; readonly event: 'onRemoved'; readonly tabId: number }
  | { readonly source: 'har'; readonly entry: unknown };
