import type { ReadonlySignal } from '@preact/signals';
import type { Flow } from '../../flow/types.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { contextOf } from '../../rules/context-of.ts';
import type { OtherFlow, RuleContext } from '../../rules/types.ts';
import type { FindingsModel } from './findings-model.ts';
import type { FlowVerification } from './flow-verification.ts';

/** What decides how this page evaluates a flow. */
export interface EvaluationParts {
  readonly catalogue: ReadonlySignal<Catalogue>;
  readonly findings: FindingsModel;
  readonly verification: FlowVerification;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What rules may use beside a flow: what else was captured, what was verified, and the choice of the user. Reads signals. */
export function evaluationContext(
  { catalogue, findings, verification, now }: EvaluationParts,
  flow: Flow,
  others: readonly OtherFlow[],
): RuleContext {
  const choice = findings.evaluatedAs(flow.id);
  return contextOf(flow, {
    catalogue: catalogue.value,
    now: now(),
    others,
    choice,
    ...verification.factsOf(flow.id),
  });
}
