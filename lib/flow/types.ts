import type { AuthorizationResponse } from '../oauth/authorization-response.ts';
import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import type { CorsFault } from '../oauth/cors-fault.ts';
import type { LogoutRequest } from '../oauth/logout-request.ts';
import type { Finding } from '../rules/types.ts';
import type { FlowCookies } from './cookies/cookie-types.ts';
import type { FlowHold } from './hold-types.ts';
import type { EventSourceName, RequestBody } from './observation.ts';

/**
 * `held` is for a callback stopped before the application received it, `unseen` for an answer whose content the browser does
 * not show.
 */
export type FlowStatus = 'open' | 'completed' | 'failed' | 'held' | 'abandoned' | 'unseen';

/** What part a hop plays in its flow. */
export type HopRole =
  | 'authorize request'
  | 'logout request'
  | 'provider'
  | 'broker'
  | 'callback'
  | 'logout return'
  | 'after callback';

/** How the browser came to a hop. */
export type HopCause = 'start' | 'redirect' | 'page';

/** One request and its answer in a redirect chain. Times are milliseconds since the epoch. */
export interface Hop {
  readonly requestId: string;
  readonly method: string;
  readonly url: string;
  readonly role: HopRole;
  readonly cause: HopCause;
  readonly at: number;
  readonly respondedAt?: number;
  readonly status?: number;
  /** `Location` exactly as sent. */
  readonly location?: string;
  /** `Referrer-Policy` of the answer, as sent. */
  readonly referrerPolicy?: string;
  /** `X-Frame-Options` and the frame-ancestors of the answer, as sent, where it was loaded into a frame. */
  readonly framing?: string;
  /** The browser's error name when there was no answer. */
  readonly error?: string;
  readonly body?: RequestBody;
  /** True when only its commit was seen: a service worker answered, or there is no access to the host. */
  readonly unrequested?: true;
}

/** By what a callback was told from any other URL, strongest first. */
export type Recognition = 'redirect-uri-and-state' | 'redirect-uri' | 'state' | 'parameters';

/** Whether the callback arrived anywhere. */
export type Delivery =
  | 'pending'
  | 'answered'
  | 'unreachable'
  | 'pasted'
  | 'handed over'
  | 'shown'
  | 'held'
  | 'dropped';

/** The authorization response as it arrived. */
export interface Callback {
  readonly url: string;
  readonly method: string;
  readonly body?: RequestBody;
  /** Milliseconds since the epoch, first sight. */
  readonly at: number;
  readonly response: AuthorizationResponse;
  readonly recognition: Recognition;
  readonly delivery: Delivery;
  /** The tab in which it arrived, when that is not the flow's. */
  readonly tabId?: number;
  /** HTTP status with which the callback was answered. */
  readonly status?: number;
  /** The browser's error name when it reached nobody. */
  readonly error?: string;
}

/** Facts about how a flow was seen that a reader must know to trust it. */
export type FlowMark =
  | 'request-not-seen' // recording began late: known by its parameters alone
  | 'seen-without-hops' // no host access: webNavigation saw the callback, nobody the hops
  | 'in-frame' // took place in an iframe
  | 'in-popup' // took place in a tab or window that another one opened
  | 'private' // in a private window: memory only
  | 'launched' // launched by Grantscope
  | 'deaf' // the listeners missed the callback; found by looking at the tab
  | 'phone' // launched as a QR code: no tab of this browser has it
  | 'pasted' // its callback was pasted
  | 'webhook-only' // neither request nor callback were seen, only webhooks
  | 'earlier-session' // kept from an earlier session of the browser
  | 'released-unfaithfully' // held and released in a way that changed what the browser sends
  | 'imported' // read from a file
  | 'uncertain' // known by parameters that another page may have as well
  | 'reloaded'; // the same authorize request was loaded again

/** An authorize request inside another one: provider → identity broker → provider. */
export interface NestedAuthorization {
  readonly redirectUri?: string;
  readonly state?: string;
  /** True once something answered it, where its redirect URI is not visible. */
  readonly answered?: boolean;
}

/** A call that the user ran for a flow, such as the code exchange. Secrets of the request are left out. */
export interface FlowCall {
  readonly id: string;
  readonly profileId: string;
  readonly stepId: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds until the whole answer was there. */
  readonly elapsed: number;
  readonly method: string;
  readonly url: string;
  readonly encoding: 'none' | 'form' | 'json';
  /** Header, form or JSON fields as sent; the value of a secret is absent. */
  readonly fields: readonly { readonly in: string; readonly name: string; readonly value?: string }[];
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** Why there was no answer. */
  readonly error?: string;
  /** Of the answer; absent members were not there. */
  readonly contentType?: string;
  /** The answer's text, cut to 100,000 UTF-16 units. */
  readonly body?: string;
  /** Why the browser kept the page from it, where CORS did. */
  readonly cors?: CorsFault;
  /** `Date` of the response, milliseconds since the epoch. */
  readonly date?: number;
  /** `Cache-Control` of the response, empty when it has none; absent where headers were not seen. */
  readonly cacheControl?: string;
  /** `WWW-Authenticate` of the response. */
  readonly challenge?: string;
  /** What the rules found while its secrets were there; no secret is in them. At most {@link MAX_CALL_FINDINGS}. */
  readonly findings?: readonly Finding[];
}

/** A server-to-server callback that was pasted or read from an inbox. */
export interface WebhookDelivery {
  readonly id: string;
  /** Milliseconds since the epoch, when Grantscope was told. */
  readonly at: number;
  readonly from: 'pasted' | 'inbox';
  readonly inboxUrl?: string;
  /** The body as it came. */
  readonly body: string;
  /** Its parameters, read like those of an authorization response. */
  readonly response: AuthorizationResponse;
}

/**
 * How a flow ended without a callback that the browser could show:
 * - `post-message`: the answer went to the opener or the page around by postMessage
 * - `frame-refused`: the browser refused to show the provider's page in a frame; `policy` is the header that says so
 * - `frame-removed`: the page around the frame went elsewhere
 */
export interface FlowEnd {
  readonly kind: 'post-message' | 'frame-refused' | 'frame-removed';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly policy?: string;
}

/** The page to which a logout led back. */
export interface LogoutReturn {
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly state?: string;
}

/** A series of sign-ins that one frame began within seconds of each other's callbacks. */
export interface Round {
  /** 1 for the first. */
  readonly count: number;
  /** Milliseconds since the epoch, when the first began. */
  readonly since: number;
}

/** Why a flow can get no callback any more. */
export type Abandonment = 'tab closed' | 'left by the user' | 'started again' | 'browser closed';

/** One authorization attempt, or the calls that were run beside all attempts. */
export interface Flow {
  readonly id: string;
  /** `calls` for what groups the runs of one profile and environment; absent for an attempt. */
  readonly kind?: 'calls';
  /** Grows with every change; equal revisions are equal flows. */
  readonly revision: number;
  readonly status: FlowStatus;
  readonly tabId: number;
  readonly frameId: number;
  /** The tab whose page opened this flow's tab. */
  readonly openerTabId?: number;
  /** Undefined until the browser was asked; then whether its tab is in a private window. */
  readonly private?: boolean;
  readonly profileId: string;
  readonly environmentId?: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly request?: AuthorizeRequest;
  /** Origin of the page that caused its first request, where the browser said so. */
  readonly initiator?: string;
  /** What Grantscope knew when it launched the request, beside what the URL says. */
  readonly launch?: { readonly id: string; readonly redirectUri?: string; readonly state?: string };
  /** Authorize requests that the provider made to brokers on the way. */
  readonly legs: readonly NestedAuthorization[];
  readonly hops: readonly Hop[];
  readonly callback?: Callback;
  /** Present when the callback was stopped before the application received it. */
  readonly hold?: FlowHold;
  /** Calls run for it, in order; at most {@link MAX_CALLS}. */
  readonly calls?: readonly FlowCall[];
  /** Cookies of its requests, seen while DevTools were open. */
  readonly cookies?: FlowCookies;
  /** Webhooks that joined it by their state. */
  readonly webhooks?: readonly WebhookDelivery[];
  /** Webhooks beyond {@link MAX_WEBHOOKS}, not kept. */
  readonly droppedWebhooks?: number;
  /** The user wants it kept when others have to go. */
  readonly pinned?: boolean;
  readonly abandoned?: Abandonment;
  readonly end?: FlowEnd;
  /** Present, in the place of a request, when the flow is a logout. */
  readonly logout?: LogoutRequest;
  readonly returned?: LogoutReturn;
  /** Present from the second sign-in of a series on. */
  readonly round?: Round;
  /** The client began again so soon after this callback: milliseconds since the epoch. */
  readonly restartedAt?: number;
  readonly marks: readonly FlowMark[];
  readonly witnesses: readonly EventSourceName[];
  /** Hops seen beyond {@link MAX_HOPS}, not kept. */
  readonly droppedHops: number;
  /** Journal keys this flow was made from. */
  readonly observationIds: readonly string[];
}

/** Hops one flow keeps; a redirect loop is cut here and says so. */
export const MAX_HOPS = 200;

/** Findings one call keeps. */
export const MAX_CALL_FINDINGS = 100;

/** Calls one flow keeps, the last ones. */
export const MAX_CALLS = 50;

/** Webhooks one flow keeps, the first ones. */
export const MAX_WEBHOOKS = 20;

/** Flows in memory at once; the oldest settled ones leave first. */
export const MAX_LIVE_FLOWS = 2_000;
