import { fieldKey } from '../../calls/field-key.ts';
import type { FoundResult } from '../../calls/results-of.ts';
import type { StepField, StepSpec } from '../../providers/step-types.ts';
import type { KeptResult, StepOutcome, StepRecord, TypedValues } from '../../storage/step-values.ts';

/** A record in which the user typed a value; undefined takes what was typed away. */
export function withTyped(
  record: StepRecord,
  { id }: StepSpec,
  field: StepField,
  value: string | undefined,
): StepRecord {
  const part = field.secret ? 'secrets' : 'typed';
  const { [fieldKey(field)]: _, ...others } = record[part][id] ?? {};
  const own = value === undefined ? others : { ...others, [fieldKey(field)]: value };
  const typed: TypedValues = { ...record[part], [id]: own };
  return { ...record, [part]: typed };
}

/** A record in which a step was run: its outcome, and its results in the place of earlier ones of the same name. */
export function withRun(
  record: StepRecord,
  stepId: string,
  outcome: StepOutcome,
  found: readonly FoundResult[],
  flowId: string | undefined,
): StepRecord {
  const names = new Set(found.map(({ name }) => name));
  const kept = record.results.filter((result) => result.stepId !== stepId || !names.has(result.name));
  const added = found.map(
    (result): KeptResult => ({
      ...result,
      stepId,
      at: outcome.at,
      ...(flowId === undefined ? {} : { flowId }),
    }),
  );
  return {
    ...record,
    outcomes: { ...record.outcomes, [stepId]: outcome },
    results: [...kept, ...added],
  };
}
