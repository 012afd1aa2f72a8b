import type {
  CookieAttributes,
  CookieBrowser,
  CookieExchange,
  FlowCookies,
  SameSite,
  SentCookie,
  SetCookie,
} from '../../flow/cookies/cookie-types.ts';
import type {
  Arrival,
  FlowHold,
  ParameterChange,
  ReleaseDifference,
  ReleasedRequest,
} from '../../flow/hold-types.ts';
import type { EventSourceName, RequestBody } from '../../flow/observation.ts';
import { recordedFlow } from '../../flow/recorded-flow.ts';
import type {
  Abandonment,
  Callback,
  Delivery,
  Flow,
  FlowCall,
  FlowEnd,
  FlowMark,
  FlowStatus,
  Hop,
  HopCause,
  HopRole,
  LogoutReturn,
  NestedAuthorization,
  Recognition,
  Round,
  WebhookDelivery,
} from '../../flow/types.ts';
import type { Aliases } from '../../oauth/aliases.ts';
import type { AuthorizationResponse, ResponseChannel } from '../../oauth/authorization-response.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import type { CorsFault, CorsFaultKind } from '../../oauth/cors-fault.ts';
import type { LogoutRequest } from '../../oauth/logout-request.ts';
import type { NamedValue, NamedValues, ValueSource } from '../../oauth/named-value.ts';
import type { Parameter } from '../../oauth/parameters.ts';
import type { TextProblem } from '../../oauth/text-problems.ts';
import type { Finding } from '../../rules/types.ts';
import {
  anyOf,
  list,
  moment,
  number,
  object,
  optional,
  pair,
  type Reader,
  record,
  text,
  truth,
} from './readers.ts';
import { withTokens } from './tokens-of-flow.ts';

const body = object<RequestBody>({
  kind: anyOf<RequestBody['kind']>({ form: true, text: true, names: true }),
  fields: optional(list(pair)),
  text: optional(text),
  withheld: optional(list(object<{ readonly name: string }>({ name: text }))),
  format: optional(
    anyOf<NonNullable<RequestBody['format']>>({
      form: true,
      multipart: true,
      json: true,
      xml: true,
      text: true,
    }),
  ),
  size: optional(number),
  truncated: optional(truth),
});

const problem = object<TextProblem>({
  code: anyOf<TextProblem['code']>({
    'broken-escape': true,
    'not-utf8': true,
    'control-character': true,
    'bidirectional-character': true,
    'invisible-character': true,
    oversize: true,
  }),
  message: text,
  remedy: text,
});

const parameter = object<Parameter>({
  name: text,
  value: text,
  rawName: optional(text),
  rawValue: optional(text),
  problems: list(problem),
});

const value = object<NamedValue>({
  name: text,
  value: text,
  source: anyOf<ValueSource>({
    query: true,
    fragment: true,
    form: true,
    'request object': true,
    'response token': true,
    launch: true,
    webhook: true,
  }),
});

const values: Reader<NamedValues> = record(value);

/** Without its request object, which is decoded again: see {@link withTokens}. */
const request = object<Omit<AuthorizeRequest, 'requestObject'>>({
  url: text,
  method: text,
  parameters: list(parameter),
  values,
});

/** Without its response token, likewise. */
const response = object<Omit<AuthorizationResponse, 'jarm'>>({
  channel: anyOf<ResponseChannel>({
    query: true,
    fragment: true,
    form_post: true,
    'query.jwt': true,
    'fragment.jwt': true,
    'form_post.jwt': true,
    webhook: true,
    none: true,
  }),
  customScheme: truth,
  parameters: list(parameter),
  others: list(parameter),
  values,
});

const hop = object<Hop>({
  requestId: text,
  method: text,
  url: text,
  role: anyOf<HopRole>({
    'authorize request': true,
    'logout request': true,
    provider: true,
    broker: true,
    callback: true,
    'logout return': true,
    'after callback': true,
  }),
  cause: anyOf<HopCause>({ start: true, redirect: true, page: true }),
  at: moment,
  respondedAt: optional(moment),
  status: optional(number),
  location: optional(text),
  referrerPolicy: optional(text),
  error: optional(text),
  body: optional(body),
  framing: optional(text),
  unrequested: optional(truth as (value: unknown, at: string) => true),
});

const callback = object<Callback>({
  url: text,
  method: text,
  body: optional(body),
  at: moment,
  response,
  recognition: anyOf<Recognition>({
    'redirect-uri-and-state': true,
    'redirect-uri': true,
    state: true,
    parameters: true,
  }),
  delivery: anyOf<Delivery>({
    pending: true,
    answered: true,
    unreachable: true,
    'handed over': true,
    shown: true,
    held: true,
    dropped: true,
    pasted: true,
  }),
  tabId: optional(number),
  status: optional(number),
  error: optional(text),
});

const leg = object<NestedAuthorization>({
  redirectUri: optional(text),
  state: optional(text),
  answered: optional(truth),
});

const change = object<ParameterChange>({ name: text, from: optional(text), to: optional(text) });

const hold = object<FlowHold>({
  id: text,
  heldAt: moment,
  releasedAt: optional(moment),
  droppedAt: optional(moment),
  released: optional(
    object<ReleasedRequest & { readonly tabId: number }>({
      url: text,
      method: text,
      body: optional(body),
      tabId: number,
    }),
  ),
  changes: optional(list(change)),
  differences: optional(
    list(
      anyOf<ReleaseDifference>({
        'fetch-site': true,
        'embedding-page': true,
        'own-tab': true,
        'form-again': true,
        'origin-unknown': true,
      }),
    ),
  ),
  arrival: optional(object<Arrival>({ initiator: optional(text), repeatable: truth })),
});

const finding = object<Finding>({
  rule: text,
  severity: anyOf<Finding['severity']>({ error: true, warning: true, info: true }),
  message: text,
  remedy: text,
  source: text,
  at: object<Finding['at']>({
    part: anyOf<Finding['at']['part']>({
      request: true,
      callback: true,
      hop: true,
      token: true,
      call: true,
      webhook: true,
    }),
    parameter: optional(text),
  }),
});

const call = object<FlowCall>({
  id: text,
  profileId: text,
  stepId: text,
  name: text,
  at: moment,
  elapsed: number,
  method: text,
  url: text,
  encoding: anyOf<FlowCall['encoding']>({ none: true, form: true, json: true }),
  fields: list(object<FlowCall['fields'][number]>({ in: text, name: text, value: optional(text) })),
  status: optional(number),
  error: optional(text),
  contentType: optional(text),
  date: optional(moment),
  cacheControl: optional(text),
  challenge: optional(text),
  cors: optional(
    object<CorsFault>({
      kind: anyOf<CorsFaultKind>({
        'mixed-content': true,
        'preflight-failed': true,
        'preflight-redirected': true,
        'preflight-refused': true,
        'origin-missing': true,
        'origin-wrong': true,
        'null-origin': true,
        'wildcard-with-credentials': true,
        'credentials-not-allowed': true,
        'method-not-allowed': true,
        'header-not-allowed': true,
        redirected: true,
      }),
      origin: text,
      preflight: truth,
      allowed: optional(text),
      status: optional(number),
      names: optional(list(text)),
    }),
  ),
  body: optional(text),
  findings: optional(list(finding)),
});

const yes = optional(truth as (value: unknown, at: string) => true);
const attributes = {
  name: text,
  domain: optional(text),
  path: optional(text),
  expires: optional(number),
  secure: yes,
  httpOnly: yes,
  partitioned: yes,
  sameSite: optional(anyOf<SameSite>({ None: true, Lax: true, Strict: true })),
};

const cookies = object<FlowCookies>({
  browser: anyOf<CookieBrowser>({ chromium: true, firefox: true }),
  exchanges: list(
    object<CookieExchange>({
      method: text,
      url: text,
      at: moment,
      sent: optional(
        list(
          object<SentCookie>({
            name: text,
            hash: text,
            attributes: optional(object<CookieAttributes>(attributes)),
          }),
        ),
      ),
      set: list(object<SetCookie>({ ...attributes, hash: text })),
    }),
  ),
});

const webhook = object<WebhookDelivery>({
  id: text,
  at: moment,
  from: anyOf<WebhookDelivery['from']>({ pasted: true, inbox: true }),
  inboxUrl: optional(text),
  body: text,
  response,
});

const logout = object<LogoutRequest>({
  url: text,
  method: text,
  parameters: list(parameter),
  returnUri: optional(object<{ readonly name: string; readonly value: string }>({ name: text, value: text })),
  clientId: optional(text),
  state: optional(text),
  hint: truth,
});

const flow = object<Flow>({
  id: text,
  revision: number,
  kind: optional(anyOf<NonNullable<Flow['kind']>>({ calls: true })),
  status: anyOf<FlowStatus>({
    open: true,
    completed: true,
    failed: true,
    held: true,
    abandoned: true,
    unseen: true,
  }),
  tabId: number,
  frameId: number,
  openerTabId: optional(number),
  private: optional(truth),
  profileId: text,
  environmentId: optional(text),
  startedAt: moment,
  updatedAt: moment,
  request: optional(request),
  initiator: optional(text),
  launch: optional(
    object<NonNullable<Flow['launch']>>({ id: text, redirectUri: optional(text), state: optional(text) }),
  ),
  legs: list(leg),
  hops: list(hop),
  callback: optional(callback),
  hold: optional(hold),
  calls: optional(list(call)),
  cookies: optional(cookies),
  webhooks: optional(list(webhook)),
  droppedWebhooks: optional(number),
  pinned: optional(truth),
  end: optional(
    object<FlowEnd>({
      kind: anyOf<FlowEnd['kind']>({ 'post-message': true, 'frame-refused': true, 'frame-removed': true }),
      at: moment,
      policy: optional(text),
    }),
  ),
  logout: optional(logout),
  returned: optional(object<LogoutReturn>({ url: text, at: moment, state: optional(text) })),
  round: optional(object<Round>({ count: number, since: moment })),
  restartedAt: optional(moment),
  abandoned: optional(
    anyOf<Abandonment>({
      'tab closed': true,
      'left by the user': true,
      'started again': true,
      'browser closed': true,
    }),
  ),
  marks: list(
    anyOf<FlowMark>({
      'request-not-seen': true,
      'seen-without-hops': true,
      'in-frame': true,
      'in-popup': true,
      private: true,
      launched: true,
      deaf: true,
      phone: true,
      pasted: true,
      'webhook-only': true,
      'earlier-session': true,
      imported: true,
      uncertain: true,
      reloaded: true,
      'released-unfaithfully': true,
    }),
  ),
  witnesses: list(
    anyOf<EventSourceName>({
      webRequest: true,
      webNavigation: true,
      launch: true,
      tab: true,
      hold: true,
      person: true,
      'devtools.network': true,
    }),
  ),
  droppedHops: number,
  observationIds: list(text),
});

/** Reads one flow of a session file. Throws a {@link ReadError} that says what is wrong and where. */
export function readFlow(source: unknown, aliases: Aliases): Flow {
  return recordedFlow(withTokens(flow(source, '')), aliases);
}
