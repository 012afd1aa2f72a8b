import { summarise } from '../flow/summary.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { contextOf } from '../rules/context-of.ts';
import type { EvaluationChoice } from '../rules/evaluation-choice.ts';
import { runRules } from '../rules/run.ts';
import type { OtherFlow } from '../rules/types.ts';

/** What decides how a flow is evaluated beside the flow itself. */
export interface EvaluationOptions {
  readonly catalogue: Catalogue;
  readonly others?: readonly OtherFlow[];
  /** Rules that the user silenced for the flow's profile; their findings are not counted. */
  readonly silenced?: ReadonlySet<string>;
  /** What the user chose to evaluate this flow by. */
  readonly choice?: EvaluationChoice;
}

/** The row of a flow, with its findings counted. @param now milliseconds since the epoch */
export function evaluateRecorded(
  flow: Flow,
  now: number,
  { catalogue, others = [], silenced = new Set(), choice = 'profile' }: EvaluationOptions,
): FlowSummary {
  const findings = runRules(flow, contextOf(flow, { catalogue, now, others, choice }));
  return summarise(
    flow,
    findings.filter(({ rule }) => !silenced.has(rule)),
    catalogue,
  );
}
