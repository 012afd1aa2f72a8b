import type { Flow } from '../flow/types.ts';
import { conformanceProfilesOf, isOpen } from './conformance-profiles.ts';
import { applyRule } from './define.ts';
import { evaluatedTokens } from './evaluated-token.ts';
import { keptFindings } from './kept-findings.ts';
import { RULES } from './registry.ts';
import type { Finding, RuleContext, Severity } from './types.ts';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings kept of one rule; a response with thousands of bad parameters says so once. */
export const MAX_FINDINGS_PER_RULE = 50;

/** Evaluates a flow by the rules whose gate is open. Pure: the same flow and context give the same findings, worst first. */
export function runRules(flow: Flow, context: RuleContext): readonly Finding[] {
  const gates = context.gates ?? conformanceProfilesOf(flow, context.profile);
  const known = { ...context, gates, tokens: evaluatedTokens(flow) };
  const found = RULES.filter(({ gate }) => isOpen(gate, gates)).flatMap((rule) =>
    applyRule(rule, flow, known).slice(0, MAX_FINDINGS_PER_RULE),
  );
  return [...found, ...keptFindings(flow, found, gates)].toSorted(
    (a, b) => ORDER[a.severity] - ORDER[b.severity],
  );
}
