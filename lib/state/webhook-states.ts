import { awaitedState } from '../flow/recognise.ts';
import type { Flow, WebhookDelivery } from '../flow/types.ts';
import { stateInsideCode } from '../oauth/webhook-body.ts';

/** How one state compares with another, in words. */
export interface StateComparison {
  readonly matches: boolean;
  readonly text: string;
}

/** How the states of a webhook compare with the flow's and with each other; empty where there is nothing to compare. */
export function webhookStates(flow: Flow, { response }: WebhookDelivery): readonly StateComparison[] {
  const own = response.values.state?.value;
  const expected = awaitedState(flow) ?? flow.callback?.response.values.state?.value;
  const inner = stateInsideCode(response);
  const compared: StateComparison[] = [];
  if (expected !== undefined) {
    const matches = own === expected;
    const whose = flow.request ? 'the request' : 'the browser’s callback';
    compared.push({
      matches,
      text: matches
        ? `Its state matches ${whose}`
        : `Its state ${own === undefined ? 'is missing' : 'differs'}; ${whose} has another`,
    });
  }
  if (inner !== undefined) {
    const beside = own ?? expected;
    const matches = inner === beside;
    compared.push({
      matches,
      text: matches
        ? 'The state inside its code is the same'
        : 'The state inside its code is another than the one beside it',
    });
  }
  return compared;
}
