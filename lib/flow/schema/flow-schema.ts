import * as v from 'valibot';
import { AuthorizeRequestSchema } from '../../oauth/schema/authorize-request-schema.ts';
import { LogoutRequestSchema } from '../../oauth/schema/logout-request-schema.ts';
import { Finite, Flag, listOf, Moment, oneOf, PlainText, shape } from '../../oauth/schema/value-schemas.ts';
import { FlowCallSchema } from './call-schema.ts';
import { CallbackSchema, WebhookDeliverySchema } from './callback-schema.ts';
import { FlowCookiesSchema } from './cookies-schema.ts';
import { FlowHoldSchema } from './hold-schema.ts';
import { HopSchema } from './hop-schema.ts';

/**
 * `held` is for a callback stopped before the application received it, `unseen` for an answer whose content the browser does
 * not show.
 */
export const FlowStatusSchema = oneOf(['open', 'completed', 'failed', 'held', 'abandoned', 'unseen']);

/** Who saw it. Two independent event sources watch every navigation, since either may miss one event. */
export const EventSourceNameSchema = oneOf([
  'webRequest',
  'webNavigation',
  'launch',
  'tab',
  'hold',
  'person',
  'devtools.network',
]);

/** Facts about how a flow was seen that a reader must know to trust it. */
export const FlowMarkSchema = oneOf([
  'request-not-seen', // recording began late: known by its parameters alone
  'seen-without-hops', // no host access: webNavigation saw the callback, nobody the hops
  'in-frame', // took place in an iframe
  'in-popup', // took place in a tab or window that another one opened
  'private', // in a private window: memory only
  'launched', // launched by Grantscope
  'missed', // the listeners missed the callback; found by looking at the tab
  'phone', // launched as a QR code: no tab of this browser has it
  'pasted', // its callback was pasted
  'webhook-only', // neither request nor callback were seen, only webhooks
  'earlier-session', // kept from an earlier session of the browser
  'released-unfaithfully', // held and released in a way that changed what the browser sends
  'imported', // read from a file
  'uncertain', // known by parameters that another page may have as well
  'reloaded', // the same authorize request was loaded again
]);

/** An authorize request inside another one: provider → identity broker → provider. */
export const NestedAuthorizationSchema = shape({
  redirectUri: v.exactOptional(PlainText),
  state: v.exactOptional(PlainText),
  /** True once something answered it, where its redirect URI is not visible. */
  answered: v.exactOptional(Flag),
});

/**
 * How a flow ended without a callback that the browser could show:
 * - `post-message`: the answer went to the opener or the page around by postMessage
 * - `frame-refused`: the browser refused to show the provider's page in a frame; `policy` is the header that says so
 * - `frame-removed`: the page around the frame went elsewhere, or took the frame away
 */
const FlowEndSchema = shape({
  kind: oneOf(['post-message', 'frame-refused', 'frame-removed']),
  at: Moment,
  policy: v.exactOptional(PlainText),
});

/** The page to which a logout led back. */
const LogoutReturnSchema = shape({ url: PlainText, at: Moment, state: v.exactOptional(PlainText) });

/** A series of sign-ins that one frame began within seconds of each other's callbacks. */
export const RoundSchema = shape({
  /** 1 for the first. */
  count: Finite,
  /** Milliseconds since the epoch, when the first began. */
  since: Moment,
});

/** Why a flow can get no callback any more. */
export const AbandonmentSchema = oneOf(['tab closed', 'left by the user', 'started again', 'browser closed']);

/**
 * One authorization attempt, or the calls that were run beside all attempts: as it is stored and as it is in a session file.
 * Parsing leaves out what is no member and decodes again what is decoded from tokens.
 */
export const FlowSchema = shape({
  id: PlainText,
  /** `calls` for what groups the runs of one profile and environment; absent for an attempt. */
  kind: v.exactOptional(oneOf(['calls'])),
  /** Grows with every change; equal revisions are equal flows. */
  revision: Finite,
  status: FlowStatusSchema,
  tabId: Finite,
  frameId: Finite,
  /** The tab whose page opened this flow's tab. */
  openerTabId: v.exactOptional(Finite),
  /** Undefined until the browser was asked; then whether its tab is in a private window. */
  private: v.exactOptional(Flag),
  profileId: PlainText,
  environmentId: v.exactOptional(PlainText),
  startedAt: Moment,
  updatedAt: Moment,
  request: v.exactOptional(AuthorizeRequestSchema),
  /** Origin of the page that caused its first request, where the browser said so. */
  initiator: v.exactOptional(PlainText),
  /** What Grantscope knew when it launched the request, beside what the URL says. */
  launch: v.exactOptional(
    shape({ id: PlainText, redirectUri: v.exactOptional(PlainText), state: v.exactOptional(PlainText) }),
  ),
  /** Authorize requests that the provider made to brokers on the way. */
  nested: listOf(NestedAuthorizationSchema),
  hops: listOf(HopSchema),
  callback: v.exactOptional(CallbackSchema),
  /** Present when the callback was stopped before the application received it. */
  hold: v.exactOptional(FlowHoldSchema),
  /** Calls run for it, in order; at most {@link MAX_CALLS}. */
  calls: v.exactOptional(listOf(FlowCallSchema)),
  /** Cookies of its requests, seen while DevTools were open. */
  cookies: v.exactOptional(FlowCookiesSchema),
  /** Webhooks that joined it by their state. */
  webhooks: v.exactOptional(listOf(WebhookDeliverySchema)),
  /** Webhooks beyond {@link MAX_WEBHOOKS}, not kept. */
  droppedWebhooks: v.exactOptional(Finite),
  /** The user wants it kept when others have to go. */
  pinned: v.exactOptional(Flag),
  abandoned: v.exactOptional(AbandonmentSchema),
  end: v.exactOptional(FlowEndSchema),
  /** Present, in the place of a request, when the flow is a logout. */
  logout: v.exactOptional(LogoutRequestSchema),
  returned: v.exactOptional(LogoutReturnSchema),
  /** Present from the second sign-in of a series on. */
  round: v.exactOptional(RoundSchema),
  /** The client began again so soon after this callback: milliseconds since the epoch. */
  restartedAt: v.exactOptional(Moment),
  marks: listOf(FlowMarkSchema),
  eventSources: listOf(EventSourceNameSchema),
  /** Hops seen beyond {@link MAX_HOPS}, not kept. */
  droppedHops: Finite,
  /** Journal keys this flow was made from. */
  observationIds: listOf(PlainText),
});
