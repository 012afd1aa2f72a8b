import type { FlowHold, ParameterChange, ReleasedRequest } from '../../flow/hold-types.ts';
import type { RequestBody } from '../../flow/observation.ts';
import { recordedFlow } from '../../flow/recorded-flow.ts';
import type { BrokerLeg, Callback, Flow, FlowCall, Hop, WebhookDelivery } from '../../flow/types.ts';
import type { Aliases } from '../../oauth/aliases.ts';
import type { AuthorizationResponse } from '../../oauth/authorization-response.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import type { NamedValue, NamedValues } from '../../oauth/named-value.ts';
import type { Parameter } from '../../oauth/parameters.ts';
import type { TextProblem } from '../../oauth/text-problems.ts';
import {
  list,
  moment,
  number,
  object,
  oneOf,
  optional,
  pair,
  type Reader,
  record,
  text,
  truth,
} from './readers.ts';
import { withTokens } from './tokens-of-flow.ts';

const body = object<RequestBody>({
  kind: oneOf('form', 'text', 'names'),
  fields: optional(list(pair)),
  text: optional(text),
  withheld: optional(list(object<{ readonly name: string }>({ name: text }))),
  format: optional(oneOf('form', 'multipart', 'json', 'xml', 'text')),
  size: optional(number),
  truncated: optional(truth),
});

const problem = object<TextProblem>({
  code: oneOf(
    ...(['broken-escape', 'not-utf8', 'control-character', 'bidirectional-character'] as const),
    ...(['invisible-character', 'oversize'] as const),
  ),
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
  source: oneOf('query', 'fragment', 'form', 'request object', 'response token', 'launch'),
});

const values: Reader<NamedValues> = record(value);

/** Without its request object, which is decoded anew: see {@link withTokens}. */
const request = object<Omit<AuthorizeRequest, 'requestObject'>>({
  url: text,
  method: text,
  parameters: list(parameter),
  values,
});

/** Without its response token, likewise. */
const response = object<Omit<AuthorizationResponse, 'jarm'>>({
  channel: oneOf('query', 'fragment', 'form_post', 'query.jwt', 'fragment.jwt', 'form_post.jwt', 'none'),
  customScheme: truth,
  parameters: list(parameter),
  others: list(parameter),
  values,
});

const hop = object<Hop>({
  requestId: text,
  method: text,
  url: text,
  role: oneOf('authorize request', 'provider', 'broker', 'callback', 'after callback'),
  cause: oneOf('start', 'redirect', 'page'),
  at: moment,
  respondedAt: optional(moment),
  status: optional(number),
  location: optional(text),
  referrerPolicy: optional(text),
  error: optional(text),
  body: optional(body),
  unrequested: optional(truth as (value: unknown, at: string) => true),
});

const callback = object<Callback>({
  url: text,
  method: text,
  body: optional(body),
  at: moment,
  response,
  recognition: oneOf('redirect-uri-and-state', 'redirect-uri', 'state', 'parameters'),
  delivery: oneOf('pending', 'answered', 'unreachable', 'handed over', 'shown', 'held', 'dropped', 'pasted'),
  tabId: optional(number),
  status: optional(number),
  error: optional(text),
});

const leg = object<BrokerLeg>({
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
  encoding: oneOf('none', 'form', 'json'),
  fields: list(object<FlowCall['fields'][number]>({ in: text, name: text, value: optional(text) })),
  status: optional(number),
  error: optional(text),
  contentType: optional(text),
  body: optional(text),
});

const webhook = object<WebhookDelivery>({
  id: text,
  at: moment,
  from: oneOf('pasted', 'inbox'),
  inboxUrl: optional(text),
  body: text,
  response,
});

const flow = object<Flow>({
  id: text,
  revision: number,
  status: oneOf('open', 'completed', 'failed', 'held', 'abandoned', 'unseen'),
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
  webhooks: optional(list(webhook)),
  droppedWebhooks: optional(number),
  pinned: optional(truth),
  abandoned: optional(oneOf('tab closed', 'left by the user', 'started again', 'browser closed')),
  marks: list(
    oneOf(
      ...(['request-not-seen', 'seen-without-hops', 'in-frame', 'in-popup', 'private', 'launched'] as const),
      ...(['deaf', 'phone', 'pasted', 'webhook-only', 'earlier-session', 'imported'] as const),
      ...(['uncertain', 'reloaded'] as const),
    ),
  ),
  witnesses: list(oneOf('webRequest', 'webNavigation', 'launch', 'tab', 'hold', 'person')),
  droppedHops: number,
  observationIds: list(text),
});

/** Reads one flow of a session file. Throws a {@link ReadError} that says what is wrong and where. */
export function readFlow(source: unknown, aliases: Aliases): Flow {
  return recordedFlow(withTokens(flow(source, '')), aliases);
}
