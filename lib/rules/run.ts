import type { Flow } from '../flow/types.ts';
import { applyRule } from './define.ts';
import { RULES } from './registry.ts';
import type { Finding, RuleContext, Severity } from './types.ts';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings kept of one rule; a response with thousands of bad parameters says so once. */
export const MAX_FINDINGS_PER_RULE = 50;

/** Judges a flow. Pure: the same flow and context give the same findings, worst first. */
export function runRules(flow: Flow, context: RuleContext): readonly Finding[] {
  return RULES.flatMap((rule) => applyRule(rule, flow, context).slice(0, MAX_FINDINGS_PER_RULE)).toSorted(
    (a, b) => ORDER[a.severity] - ORDER[b.severity],
  );
}
