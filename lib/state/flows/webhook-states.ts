import { awaitedState } from '../../flow/recognise.ts';
import type { Flow, WebhookDelivery } from '../../flow/types.ts';
import { type MessageName, t } from '../../i18n/t.ts';
import { stateInsideCode } from '../../oauth/webhook-body.ts';

/** How one state compares with another, in words. */
export interface StateComparison {
  readonly matches: boolean;
  readonly text: string;
}

/** By what the state of a webhook is compared with. */
const VERDICTS = {
  request: {
    matches: 'flowWebhookStateMatches',
    missing: 'flowWebhookStateMissing',
    differs: 'flowWebhookStateDiffers',
  },
  callback: {
    matches: 'flowWebhookStateMatchesCallback',
    missing: 'flowWebhookStateMissingCallback',
    differs: 'flowWebhookStateDiffersCallback',
  },
} as const satisfies Record<string, Record<string, MessageName>>;

/** How the states of a webhook compare with the flow's and with each other; empty where there is nothing to compare. */
export function webhookStates(flow: Flow, { response }: WebhookDelivery): readonly StateComparison[] {
  const own = response.values.state?.value;
  const expected = awaitedState(flow) ?? flow.callback?.response.values.state?.value;
  const inner = stateInsideCode(response);
  const compared: StateComparison[] = [];
  if (expected !== undefined) {
    const verdict = own === expected ? 'matches' : own === undefined ? 'missing' : 'differs';
    const text = t(VERDICTS[flow.request ? 'request' : 'callback'][verdict]);
    compared.push({ matches: verdict === 'matches', text });
  }
  if (inner !== undefined) {
    const beside = own ?? expected;
    const matches = inner === beside;
    compared.push({ matches, text: t(matches ? 'flowWebhookInnerSame' : 'flowWebhookInnerOther') });
  }
  return compared;
}
