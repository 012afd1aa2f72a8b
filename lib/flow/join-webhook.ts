import { stateInsideCode } from '../oauth/webhook-body.ts';
import { awaitedState } from './recognise.ts';
import type { Flow, WebhookDelivery } from './types.ts';

/** The flow that a webhook belongs to: by its state, else by its code, else by the state inside its code; the newest wins. */
export function flowOfWebhook(flows: readonly Flow[], { response }: WebhookDelivery): Flow | undefined {
  const state = response.values.state?.value;
  const code = response.values.code?.value;
  return (
    (state ? flows.findLast((flow) => statesOf(flow).includes(state)) : undefined) ??
    (code ? flows.findLast((flow) => codesOf(flow).includes(code)) : undefined) ??
    flowOfInnerState(flows, stateInsideCode(response))
  );
}

function flowOfInnerState(flows: readonly Flow[], state: string | undefined): Flow | undefined {
  return state ? flows.findLast((flow) => awaitedState(flow) === state) : undefined;
}

function statesOf(flow: Flow): readonly (string | undefined)[] {
  return [
    awaitedState(flow),
    flow.callback?.response.values.state?.value,
    ...(flow.request ? [] : notifiedBy(flow).map(({ values }) => values.state?.value)),
  ];
}

function codesOf(flow: Flow): readonly (string | undefined)[] {
  return [flow.callback?.response, ...notifiedBy(flow)].map((response) => response?.values.code?.value);
}

function notifiedBy(flow: Flow): readonly WebhookDelivery['response'][] {
  return (flow.webhooks ?? []).map(({ response }) => response);
}
