import type { Aliases } from '../oauth/aliases.ts';
import { readAuthorizationResponse } from '../oauth/authorization-response.ts';
import { parseAuthorizeRequest } from '../oauth/authorize-request.ts';
import { namesOfBody } from '../oauth/body-names.ts';
import { hideCredentials, hideCredentialsInBody } from '../oauth/hide-credentials.ts';
import { recordedAwaitedBody, recordedRequestBody, recordedStrayBody } from '../oauth/recorded-body.ts';
import { isAtRedirectUri } from '../oauth/redirect-uri.ts';
import { readWebhookBody } from '../oauth/webhook-body.ts';
import type { RequestBody } from './observation.ts';
import { recordedCall } from './recorded.ts';
import type { Callback, Flow, Hop, WebhookDelivery } from './types.ts';

/**
 * A flow from a file or an older store, without what is not recorded any more: bodies that are neither an authorize request
 * nor a callback, and passwords and one-time codes. The same object when there is nothing of it.
 */
export function recordedFlow(flow: Flow, aliases: Aliases): Flow {
  const hops = mapped(flow.hops, (hop) => recordedHop(hop, flow, aliases));
  const request = flow.request && recordedRequest(flow.request, hops, aliases);
  const callback = flow.callback && recordedCallback(flow.callback, aliases);
  const hold = flow.hold && recordedHold(flow.hold, aliases);
  const webhooks = flow.webhooks && mapped(flow.webhooks, (webhook) => recordedWebhook(webhook, aliases));
  const calls = flow.calls && mapped(flow.calls, recordedCall);
  const same =
    hops === flow.hops &&
    request === flow.request &&
    callback === flow.callback &&
    hold === flow.hold &&
    webhooks === flow.webhooks &&
    calls === flow.calls;
  if (same) return flow;
  return {
    ...flow,
    hops,
    ...(request ? { request } : {}),
    ...(callback ? { callback } : {}),
    ...(hold ? { hold } : {}),
    ...(webhooks ? { webhooks } : {}),
    ...(calls ? { calls } : {}),
  };
}

function recordedHop(hop: Hop, { nested }: Flow, aliases: Aliases): Hop {
  const url = hideCredentials(hop.url);
  const location = hop.location === undefined ? undefined : hideCredentials(hop.location);
  const ofBroker = nested.some(
    ({ redirectUri }) => redirectUri !== undefined && isAtRedirectUri(hop.url, redirectUri),
  );
  const body = hop.body && (keptBody(hop, hop.body, ofBroker, aliases) ?? namesOfBody(hop.body));
  if (url === hop.url && location === hop.location && body === hop.body) return hop;
  return { ...hop, url, ...(location === undefined ? {} : { location }), ...(body ? { body } : {}) };
}

function keptBody(
  { role }: Hop,
  body: RequestBody,
  ofBroker: boolean,
  aliases: Aliases,
): RequestBody | undefined {
  if (role === 'authorize request' || role === 'broker') return recordedRequestBody(body, false, aliases);
  if (role === 'callback') return recordedAwaitedBody(body, aliases);
  return ofBroker ? recordedStrayBody(body, aliases) : undefined;
}

function recordedRequest(
  request: NonNullable<Flow['request']>,
  hops: readonly Hop[],
  aliases: Aliases,
): NonNullable<Flow['request']> {
  const url = hideCredentials(request.url);
  const body = hops.find(({ role }) => role === 'authorize request')?.body;
  const hadForm = request.parameters.some(({ rawName }) => rawName === undefined);
  if (url === request.url && !hadForm && request.method !== 'POST') return request;
  const again = parseAuthorizeRequest({ url, method: request.method, ...(body ? { body } : {}) }, aliases);
  return url === request.url && again.parameters.length === request.parameters.length ? request : again;
}

function recordedCallback(callback: Callback, aliases: Aliases): Callback {
  const url = hideCredentials(callback.url);
  const body = callback.body && (recordedAwaitedBody(callback.body, aliases) ?? namesOfBody(callback.body));
  if (url === callback.url && body === callback.body) return callback;
  const response = readAuthorizationResponse(
    { url, method: callback.method, ...(body ? { body } : {}) },
    aliases,
  );
  return { ...callback, url, ...(body ? { body } : {}), response };
}

function recordedHold(hold: NonNullable<Flow['hold']>, aliases: Aliases): NonNullable<Flow['hold']> {
  if (hold.kind !== 'released') return hold;
  const { released } = hold;
  const url = hideCredentials(released.url);
  const body = released.body && (recordedAwaitedBody(released.body, aliases) ?? namesOfBody(released.body));
  if (url === released.url && body === released.body) return hold;
  return { ...hold, released: { ...released, url, ...(body ? { body } : {}) } };
}

function recordedWebhook(webhook: WebhookDelivery, aliases: Aliases): WebhookDelivery {
  const body = hideCredentialsInBody(webhook.body);
  return body === webhook.body ? webhook : { ...webhook, body, response: readWebhookBody(body, aliases) };
}

/** The same list when no item changed. */
function mapped<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
