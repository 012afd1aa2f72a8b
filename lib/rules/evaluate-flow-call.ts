import { sameCall } from '../flow/same-call.ts';
import type { Flow, FlowCall } from '../flow/types.ts';
import { familyOf, profileById } from '../providers/catalogue.ts';
import { contextOf, type EvaluationFacts } from './context-of.ts';
import { runRules } from './run.ts';
import type { Finding } from './types.ts';

/** What is known beside a call. */
export interface CallFacts extends EvaluationFacts {
  /** The flow for which it was made; by itself when absent. */
  readonly flow?: Flow;
}

/**
 * What the rules find in one call, as it was sent: its secrets count. Findings about the rest of its flow are left out. A
 * call to another provider than its flow's is evaluated by the rules of both.
 * Pure: the same call and facts give the same findings, worst first.
 */
export function evaluateFlowCall(call: FlowCall, { flow, ...facts }: CallFacts): readonly Finding[] {
  const alone = flowOfCall(call);
  if (!flow) return findingsOf(call, alone, facts);
  const inFlow = findingsOf(call, flow, facts);
  const familyOfId = (id: string): string => familyOf(profileById(facts.catalogue, id));
  if (familyOfId(flow.profileId) === familyOfId(call.profileId)) return inFlow;
  const known = new Set(inFlow.map(({ rule }) => rule));
  return [...inFlow, ...findingsOf(call, alone, facts).filter(({ rule }) => !known.has(rule))];
}

/** What a call adds to the findings on a flow. */
function findingsOf(call: FlowCall, flow: Flow, facts: EvaluationFacts): readonly Finding[] {
  const { calls = [] } = flow;
  const context = contextOf(flow, facts);
  const twin = sameCall(calls, call);
  const earlier = calls.filter((one) => one.id !== call.id && one !== twin);
  const before = new Set(runRules({ ...flow, calls: earlier }, context).map(textOf));
  const after = runRules({ ...flow, calls: [...earlier, call] }, context);
  return after.filter((finding) => !before.has(textOf(finding)));
}

function textOf({ rule, message, at }: Finding): string {
  return JSON.stringify([rule, message, at.part, at.parameter]);
}

/** A flow of which nothing but one call exists. */
function flowOfCall(call: FlowCall): Flow {
  return {
    id: 'call',
    kind: 'calls',
    revision: 0,
    status: 'completed',
    tabId: -1,
    frameId: 0,
    profileId: call.profileId,
    startedAt: call.at,
    updatedAt: call.at + call.elapsed,
    nested: [],
    hops: [],
    marks: [],
    eventSources: [],
    droppedHops: 0,
    observationIds: [],
    calls: [],
  };
}
