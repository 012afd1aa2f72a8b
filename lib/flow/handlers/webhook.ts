import { readWebhookBody } from '../../oauth/webhook-body.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { flowsWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import { flowOfWebhook } from '../join-webhook.ts';
import type { Observation, WebhookSubmitted } from '../observation.ts';
import { startFlow } from '../start.ts';
import { indexOf, newestFlow, putFlow, type Tracker, takeFlows } from '../tracker.ts';
import { type Flow, MAX_WEBHOOKS, type WebhookDelivery } from '../types.ts';

/** A webhook was told of: it joins its flow, or waits as a flow of its own until the flow is seen. */
export function onWebhook(tracker: Tracker, observation: WebhookSubmitted, catalogue: Catalogue): Tracker {
  const { deliveryId, at, from, inboxUrl, body } = observation;
  const known = newestFlow(tracker, (flow) => hasWebhook(flow, deliveryId));
  if (known) return putFlow(tracker, known, observation);
  const delivery: WebhookDelivery = {
    id: deliveryId,
    at,
    from,
    ...(inboxUrl === undefined ? {} : { inboxUrl }),
    body,
    response: readWebhookBody(body, catalogue.aliases),
  };
  const flow = flowOfWebhook(tracker.flows, delivery);
  if (flow) {
    const submitted = { ...flow, ...(observation.private ? { private: true } : {}) };
    return putFlow(tracker, withWebhooks(submitted, [delivery]), observation);
  }
  const start = { ...observation, url: `webhook:${deliveryId}` };
  return startFlow(tracker, start, { webhooks: [delivery], private: observation.private }, catalogue);
}

/** True when a flow holds this delivery already. */
export function hasWebhook({ webhooks }: Flow, deliveryId: string): boolean {
  return webhooks?.some(({ id }) => id === deliveryId) ?? false;
}

/** Gives webhooks that waited alone to the flow they belong to, once it is there. */
export function adoptWebhooks(tracker: Tracker, observation: Observation): Tracker {
  const alone = flowsWith(indexOf(tracker), [FLOW_KEY.webhooksAlone]);
  return alone.length === 0
    ? tracker
    : alone.reduce((current, flow) => adopt(current, flow, observation), tracker);
}

function adopt(tracker: Tracker, alone: Flow, observation: Observation): Tracker {
  const [first] = alone.webhooks ?? [];
  const candidates = tracker.flows.filter((flow) => !isAlone(flow));
  const target = first && flowOfWebhook(candidates, first);
  if (!target) return tracker;
  const joined = withWebhooks(target, alone.webhooks ?? []);
  const merged: Flow = {
    ...joined,
    ...(alone.private ? { private: true } : {}),
    ...(alone.pinned ? { pinned: true } : {}),
    observationIds: [...new Set([...alone.observationIds, ...target.observationIds])],
    eventSources: [...new Set([...alone.eventSources, ...target.eventSources])].sort(),
  };
  return putFlow(
    takeFlows(tracker, ({ id }) => id === alone.id),
    merged,
    observation,
  );
}

function isAlone(flow: Flow): boolean {
  return flow.webhooks !== undefined && !flow.request && !flow.callback && flow.hops.length === 0;
}

function withWebhooks(flow: Flow, more: readonly WebhookDelivery[]): Flow {
  const all = [...(flow.webhooks ?? []), ...more].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const dropped = (flow.droppedWebhooks ?? 0) + Math.max(all.length - MAX_WEBHOOKS, 0);
  return {
    ...flow,
    webhooks: all.slice(0, MAX_WEBHOOKS),
    ...(dropped === 0 ? {} : { droppedWebhooks: dropped }),
  };
}
