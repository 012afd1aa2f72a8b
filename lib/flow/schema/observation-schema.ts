import * as v from 'valibot';
import { Finite, Flag, listOf, Moment, oneOf, PlainText, shape } from '../../oauth/schema/value-schemas.ts';
import { FlowCallSchema } from './call-schema.ts';
import { FlowCookiesSchema } from './cookies-schema.ts';
import { EventSourceNameSchema } from './flow-schema.ts';
import {
  ArrivalSchema,
  ParameterChangeSchema,
  ReleaseDifferenceSchema,
  ReleasedRequestSchema,
} from './hold-schema.ts';
import { RequestBodySchema } from './request-body-schema.ts';

/** Of every observation. */
const BASE = {
  id: PlainText,
  /** Milliseconds since the epoch, as the browser stamped the event. */
  at: Moment,
  eventSource: EventSourceNameSchema,
  /** Tab of the event; -1 when the browser named none. */
  tabId: Finite,
  /** 0 is the main frame. */
  frameId: Finite,
};

/** Of every request. */
const REQUEST = {
  ...BASE,
  requestId: PlainText,
  method: PlainText,
  url: PlainText,
  body: v.exactOptional(RequestBodySchema),
  /** Origin of the page that caused it, where the browser says so. */
  initiator: v.exactOptional(PlainText),
  /** True when the browser says that no page caused it: an address was typed, or a bookmark opened. */
  browserInitiated: v.exactOptional(Flag),
};

/** A request is about to leave the browser (webRequest.onBeforeRequest), fragment included. */
const RequestObservedSchema = shape({ ...REQUEST, kind: v.literal('request') });

/** The head of an answer arrived (webRequest.onHeadersReceived). */
const ResponseObservedSchema = shape({
  ...BASE,
  kind: v.literal('response'),
  requestId: PlainText,
  url: PlainText,
  status: Finite,
  /** `Location` exactly as sent, when the answer has one. */
  location: v.exactOptional(PlainText),
  /** `Referrer-Policy` as sent, when the answer has one. */
  referrerPolicy: v.exactOptional(PlainText),
  /** `X-Frame-Options` and frame-ancestors of an answer in a frame, as sent. */
  framing: v.exactOptional(PlainText),
});

/** A request together with its answer, as a file tells of them. */
const ExchangeObservedSchema = shape({
  ...REQUEST,
  kind: v.literal('exchange'),
  /** Milliseconds since the epoch. */
  respondedAt: v.exactOptional(Moment),
  /** HTTP status; absent when there was no answer. */
  status: v.exactOptional(Finite),
  location: v.exactOptional(PlainText),
  /** Why there was no answer. */
  error: v.exactOptional(PlainText),
});

/** A request ended without an answer (webRequest.onErrorOccurred). */
const RequestFailedSchema = shape({
  ...BASE,
  kind: v.literal('request-failed'),
  requestId: PlainText,
  url: PlainText,
  /** The browser's own error name, such as `net::ERR_CONNECTION_REFUSED`. */
  error: PlainText,
});

/** A navigation begins (webNavigation.onBeforeNavigate): seen without host access, before any redirect. */
const NavigationStartedSchema = shape({
  ...BASE,
  kind: v.literal('navigating'),
  url: PlainText,
});

/** A document was committed (webNavigation.onCommitted): seen without host access, but without hops. */
const NavigationCommittedSchema = shape({
  ...BASE,
  kind: v.literal('committed'),
  url: PlainText,
  /** True when a person went there by the address bar, a bookmark, or back and forward, and no page caused it. */
  byPerson: Flag,
  /** True when the browser calls it a link and no script or redirect of a page. */
  byLink: v.exactOptional(Flag),
});

/** A navigation failed (webNavigation.onErrorOccurred): the only event source of a custom scheme opened by script. */
const NavigationFailedSchema = shape({
  ...BASE,
  kind: v.literal('navigation-failed'),
  url: PlainText,
  error: PlainText,
});

/** A page opened a new tab or window (webNavigation.onCreatedNavigationTarget); `tabId` is the new one. */
const TabOpenedSchema = shape({
  ...BASE,
  kind: v.literal('opened'),
  openerTabId: Finite,
  openerFrameId: Finite,
  url: PlainText,
});

/** Whether a tab belongs to a private window; asked once for each tab that carries a flow. */
const TabIdentifiedSchema = shape({
  ...BASE,
  kind: v.literal('identified'),
  private: Flag,
});

/** The tab or frame left its open flow. Nothing else is recorded of where it went. */
const TabLeftSchema = shape({
  ...BASE,
  kind: v.literal('left'),
  /** The chain of requests that were taken for hops of the flow before this was known. */
  requestId: v.exactOptional(PlainText),
  /** The page around took the frame away. */
  frameRemoved: v.exactOptional(v.literal(true)),
});

/** A tab was closed. */
const TabClosedSchema = shape({
  ...BASE,
  kind: v.literal('closed'),
});

/** Grantscope itself launched an authorize request. */
const LaunchedSchema = shape({
  ...BASE,
  kind: v.literal('launched'),
  /** The same in what is told before the tab exists and after. */
  launchId: PlainText,
  url: PlainText,
  profileId: PlainText,
  environmentId: PlainText,
  /** What the request says, also where the URL alone does not (a pushed request). */
  redirectUri: v.exactOptional(PlainText),
  state: v.exactOptional(PlainText),
  /** Opened on a phone: no tab of this browser ever shows it. Then whether it was launched from a private window. */
  phone: v.exactOptional(shape({ private: Flag })),
});

/** A tab was found to show a callback that no listener reported. */
const CallbackShownSchema = shape({
  ...BASE,
  kind: v.literal('shown'),
  url: PlainText,
});

/** A callback was stopped before the application received it. */
const CallbackHeldSchema = shape({
  ...BASE,
  kind: v.literal('held'),
  /** Random, and the name by which the hold is released or dropped. */
  holdId: PlainText,
  /** URL of the callback that was stopped. */
  url: PlainText,
  arrival: v.exactOptional(ArrivalSchema),
});

/** The user let a held callback go on; `tabId` and `frameId` say where. */
const CallbackReleasedSchema = shape({
  ...BASE,
  kind: v.literal('released'),
  holdId: PlainText,
  request: ReleasedRequestSchema,
  /** What differs from the callback as it came; none when it goes on as it was. */
  changes: listOf(ParameterChangeSchema),
  /** What the browser sends differently because it was held. */
  differences: v.exactOptional(listOf(ReleaseDifferenceSchema)),
});

/** The user gave a held callback up: the application never receives it. */
const CallbackDroppedSchema = shape({
  ...BASE,
  kind: v.literal('dropped'),
  holdId: PlainText,
});

/** A person pasted the callback on which another device or application ended. */
const CallbackPastedSchema = shape({
  ...BASE,
  kind: v.literal('pasted'),
  /** A URL, or what is left of one: `?query`, `#fragment`, or nothing when all is in the body. */
  url: PlainText,
  method: oneOf(['GET', 'POST']),
  body: v.exactOptional(RequestBodySchema),
  /** Whether it was pasted in a private window. */
  private: Flag,
});

/** A webhook was pasted, or read from an inbox. */
const WebhookSubmittedSchema = shape({
  ...BASE,
  kind: v.literal('webhook'),
  /** The same whenever the same delivery is told again. */
  deliveryId: PlainText,
  from: oneOf(['pasted', 'inbox']),
  inboxUrl: v.exactOptional(PlainText),
  /** The body as it came. */
  body: PlainText,
  /** Whether it was told in a private window. */
  private: Flag,
});

/** The user pinned a flow, or took the pin out. */
const FlowPinnedSchema = shape({
  ...BASE,
  kind: v.literal('pinned'),
  flowId: PlainText,
  pinned: Flag,
});

/** Where a call belongs that was run for no flow: with the others of its profile and environment. */
const CallGroupSchema = shape({
  profileId: PlainText,
  environmentId: PlainText,
  /** Whether it was run in a private window. */
  private: Flag,
});

/** The user ran a call, for a flow, such as the code exchange, or for none. No secret of the request is in it. */
const CallMadeSchema = shape({
  ...BASE,
  kind: v.literal('called'),
  flowId: v.exactOptional(PlainText),
  group: v.exactOptional(CallGroupSchema),
  call: FlowCallSchema,
});

/** DevTools showed cookies of the requests of a flow. */
const CookiesSeenSchema = shape({
  ...BASE,
  kind: v.literal('cookies'),
  flowId: PlainText,
  cookies: FlowCookiesSchema,
});

/** What an event source saw of one browser event. */
export const ObservationSchema = v.variant(
  'kind',
  [
    RequestObservedSchema,
    ResponseObservedSchema,
    RequestFailedSchema,
    ExchangeObservedSchema,
    NavigationStartedSchema,
    NavigationCommittedSchema,
    NavigationFailedSchema,
    TabOpenedSchema,
    TabIdentifiedSchema,
    TabLeftSchema,
    TabClosedSchema,
    LaunchedSchema,
    CallbackShownSchema,
    CallbackPastedSchema,
    WebhookSubmittedSchema,
    FlowPinnedSchema,
    CallMadeSchema,
    CookiesSeenSchema,
    CallbackHeldSchema,
    CallbackReleasedSchema,
    CallbackDroppedSchema,
  ],
  'an observation',
);
