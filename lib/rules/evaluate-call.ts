import type { Flow, FlowCall } from '../flow/types.ts';
import { contextOf, type JudgeFacts } from './context-of.ts';
import { runRules } from './run.ts';
import type { Finding } from './types.ts';

/** What is known beside a call. */
export interface CallFacts extends JudgeFacts {
  /** The flow for which it was made; by itself when absent. */
  readonly flow?: Flow;
}

/**
 * What the rules find in one call, as it was sent: its secrets count. Findings about the rest of its flow are left out.
 * Pure: the same call and facts give the same findings, worst first.
 */
export function evaluateCall(call: FlowCall, { flow, ...facts }: CallFacts): readonly Finding[] {
  const alone = { ...(flow ?? flowOfCall(call)), calls: [call] };
  const without = new Set(runRules({ ...alone, calls: [] }, contextOf(alone, facts)).map(textOf));
  return runRules(alone, contextOf(alone, facts)).filter((finding) => !without.has(textOf(finding)));
}

function textOf({ rule, message, at }: Finding): string {
  return JSON.stringify([rule, message, at.part, at.parameter]);
}

/** A flow of which nothing but one call exists. */
function flowOfCall(call: FlowCall): Flow {
  return {
    id: 'call',
    revision: 0,
    status: 'completed',
    tabId: -1,
    frameId: 0,
    profileId: call.profileId,
    startedAt: call.at,
    updatedAt: call.at + call.elapsed,
    legs: [],
    hops: [],
    marks: [],
    witnesses: [],
    droppedHops: 0,
    observationIds: [],
  };
}
