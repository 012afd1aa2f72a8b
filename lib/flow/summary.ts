import { hostOf } from '../oauth/url.ts';
import { type Catalogue, profileById } from '../providers/catalogue.ts';
import type { Finding } from '../rules/types.ts';
import { flowKind } from './flow-kind.ts';
import { outcomeOf } from './outcome.ts';
import { type Outcome, statusOf } from './outcome-types.ts';
import { lastWebhookAnswer } from './status.ts';
import { type FlowSummary, MAX_SUMMARY_VALUE } from './summary-types.ts';
import type { Flow } from './types.ts';

/** Names of changed parameters that a row carries. */
const MAX_NAMES = 10;

/** The row of a flow in a list. */
export function summarise(
  flow: Flow,
  findings: readonly Pick<Finding, 'rule' | 'severity'>[],
  catalogue: Catalogue,
): FlowSummary {
  const outcome = outcomeOf(flow, findings);
  const { callback, request } = flow;
  const values = callback?.response.values ?? lastWebhookAnswer(flow)?.response.values ?? {};
  const clientId = request?.values.client_id?.value ?? flow.logout?.clientId;
  const kind = flowKind(flow);
  const state = values.state?.value ?? request?.values.state?.value ?? flow.logout?.state;
  const url =
    request?.url ?? flow.logout?.url ?? callback?.url ?? flow.hops[0]?.url ?? flow.calls?.at(-1)?.url ?? '';
  return {
    id: flow.id,
    revision: flow.revision,
    status: statusOf(outcome),
    profileId: flow.profileId,
    provider: profileById(catalogue, flow.profileId).name,
    host: hostOf(url),
    tabId: flow.tabId,
    startedAt: flow.startedAt,
    outcome: boundedOutcome(outcome),
    ...(kind === 'sign-in' ? {} : { kind }),
    hops: flow.hops.length,
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
    marks: flow.marks,
    ...(clientId === undefined ? {} : { clientId: bounded(clientId) }),
    ...(flow.openerTabId === undefined ? {} : { openerTabId: flow.openerTabId }),
    ...(callback && request ? { duration: callback.at - flow.startedAt } : {}),
    ...(callback ? { callbackAt: callback.at, channel: callback.response.channel } : {}),
    ...(values.code ? { code: bounded(values.code.value) } : {}),
    ...(state === undefined ? {} : { state: bounded(state) }),
    ...(values.flowid ? { flowid: bounded(values.flowid.value) } : {}),
    ...(flow.pinned ? { pinned: true } : {}),
    ...(values.error ? { error: bounded(values.error.value) } : {}),
  };
}

function bounded(value: string): string {
  return value.length <= MAX_SUMMARY_VALUE ? value : `${value.slice(0, MAX_SUMMARY_VALUE)}…`;
}

/** An outcome with its texts cut; they are the provider's own. */
function boundedOutcome(outcome: Outcome): Outcome {
  const entries = Object.entries(outcome).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? bounded(value)
      : Array.isArray(value)
        ? value.slice(0, MAX_NAMES).map(bounded)
        : value,
  ]);
  return Object.fromEntries(entries) as Outcome;
}

function count(findings: readonly Pick<Finding, 'severity'>[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
