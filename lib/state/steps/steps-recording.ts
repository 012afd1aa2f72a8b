import { joinSegments, maskSegments } from '../../calls/segments.ts';
import { sentFields } from '../../calls/sent-fields.ts';
import type { BuiltRequest } from '../../calls/types.ts';
import type { FlowCall } from '../../flow/types.ts';
import type { ClientAuthentication, StepField, StepSpec } from '../../providers/step-types.ts';
import type { EndedRun } from './steps-runner.ts';
import type { ValueCandidate } from './steps-values.ts';

/** UTF-16 units of an answer that a flow keeps. */
export const MAX_CALL_BODY = 100_000;

/** Names by which a field asks for something that only one flow can give. */
const OF_ONE_FLOW: ReadonlySet<string> = new Set(['code', 'authorizationCode', 'code_verifier']);

/** A field as it is sent, with what was offered for it. */
export interface UsedField {
  readonly field: StepField;
  readonly value: string;
  readonly candidates: readonly ValueCandidate[];
}

/** The flow for which a step is run: whose code it sends, or a secret that an earlier call for that flow gave. */
export function flowOfRun(fields: readonly UsedField[]): string | undefined {
  for (const { field, value, candidates } of fields) {
    const used = candidates.find((one) => one.flowId !== undefined && one.value === value);
    const ofOneFlow = used?.secret || [field.name, ...(field.from ?? [])].some((one) => OF_ONE_FLOW.has(one));
    if (used && value !== '' && ofOneFlow) return used.flowId;
  }
  return undefined;
}

interface CallFacts {
  readonly id: string;
  readonly profileId: string;
  readonly step: StepSpec;
  readonly request: BuiltRequest;
  readonly authentication: ClientAuthentication | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly ended: EndedRun;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** A run as it was sent, and as its flow keeps it: no secret of the request is in that. */
export function flowCallsOf(facts: CallFacts): { readonly whole: FlowCall; readonly kept: FlowCall } {
  const { step, request, authentication, values } = facts;
  const kept = callOf(facts);
  const fields = sentFields(step, authentication, values, true);
  return { whole: { ...kept, url: joinSegments(request.url), fields }, kept };
}

function callOf(facts: CallFacts): FlowCall {
  const { id, profileId, step, request, authentication, values, ended, startedAt } = facts;
  const base = {
    id,
    profileId,
    stepId: step.id,
    name: step.name,
    at: startedAt,
    method: request.method,
    url: maskSegments(request.url, '…'),
    encoding: request.encoding,
    fields: sentFields(step, authentication, values),
  };
  if (ended.kind === 'failed')
    return { ...base, elapsed: Math.max(ended.at - startedAt, 0), error: ended.failure.message };
  const { status, elapsed, headers, body } = ended.answer;
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return {
    ...base,
    elapsed,
    status,
    ...(contentType === undefined ? {} : { contentType }),
    body: body.slice(0, MAX_CALL_BODY),
  };
}
