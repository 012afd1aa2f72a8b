import type { Flow } from '../../flow/types.ts';
import type { Background } from '../../messaging/protocol.ts';
import { runRules } from '../../rules/run.ts';
import { type EvaluationParts, evaluationContext } from './evaluation-context.ts';
import type { PartedFindings } from './silencing.ts';

/** Evaluates a flow that is not shown just as the shown one is evaluated. Without a background it is evaluated by itself. */
export async function evaluateFully(
  flow: Flow,
  { background, ...parts }: EvaluationParts & { readonly background: Background },
): Promise<PartedFindings> {
  const others = await background.call('others', flow.id);
  const context = evaluationContext(parts, flow, others.ok ? others.value : []);
  return parts.findings.part(runRules(flow, context), flow.profileId);
}
