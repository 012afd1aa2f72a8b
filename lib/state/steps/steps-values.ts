import { fieldKey } from '../../calls/field-key.ts';
import { t } from '../../i18n/t.ts';
import type { StepField, StepSpec } from '../../providers/step-types.ts';
import type { KeptResult, StepRecord } from '../../storage/step-values.ts';

/** A value that is offered for a field, and where it comes from. */
export interface ValueCandidate {
  /** Such as `ConsentId from step Create consent`. */
  readonly label: string;
  readonly value: string;
  readonly secret: boolean;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
  readonly flowId?: string;
}

/** Everything that values are taken from, beside what is typed into a field itself. */
export interface ValueSources {
  readonly steps: readonly StepSpec[];
  readonly record: StepRecord;
  /** Of the flow in use. */
  readonly flow?: { readonly id: string; readonly values: Readonly<Record<string, string>> } | undefined;
  /** What the environment fills in. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Made by other parts of the extension, such as a DAuth token. */
  readonly made: Readonly<Record<string, string>>;
  /** Generated values by step and field. */
  readonly fresh: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Under which name a generated value waits. */
export function generatedKey(step: Pick<StepSpec, 'id'>, field: StepField): string {
  return `${step.id} ${fieldKey(field)}`;
}

/** The values offered for a field, best first: results, the flow, what was typed elsewhere, the environment. */
export function candidatesFor(
  step: StepSpec,
  field: StepField,
  sources: ValueSources,
): readonly ValueCandidate[] {
  const names = field.from ?? [];
  const found = names.flatMap((name) => [
    ...fromFlow(name, field, sources),
    ...fromResults(name, sources),
    ...one(sources.made[name], { label: t('stepsMadeHere', name), secret: true }),
    ...fromOtherSteps(step, name, sources),
    ...one(sources.defaults[name], {
      label: t('stepsOfEnvironment', name),
      secret: field.secret ?? false,
    }),
  ]);
  const expired = ({ expiresAt = Number.POSITIVE_INFINITY }: ValueCandidate): boolean =>
    expiresAt <= sources.now;
  const unique = found.filter(
    (candidate, index) => found.findIndex(({ value }) => value === candidate.value) === index,
  );
  return [
    ...unique.filter((candidate) => !expired(candidate)),
    ...unique.filter((candidate) => expired(candidate)),
  ];
}

/** What a field holds: what was typed, else the best that is offered, else a default, else a generated value. */
export function valueFor(step: StepSpec, field: StepField, sources: ValueSources): string {
  const { typed, secrets } = sources.record;
  const own = (field.secret ? secrets : typed)[step.id]?.[fieldKey(field)];
  if (own !== undefined) return own;
  const [best] = candidatesFor(step, field, sources);
  return (
    best?.value ??
    sources.defaults[field.name] ??
    field.default ??
    sources.fresh[generatedKey(step, field)] ??
    ''
  );
}

function one(value: string | undefined, rest: Omit<ValueCandidate, 'value'>): readonly ValueCandidate[] {
  return value === undefined || value === '' ? [] : [{ ...rest, value }];
}

function fromFlow(name: string, field: StepField, { flow }: ValueSources): readonly ValueCandidate[] {
  if (!flow) return [];
  return one(flow.values[name], {
    label: t('stepsOfFlow', name),
    secret: field.secret ?? false,
    flowId: flow.id,
  });
}

/** Newest first. */
function fromResults(name: string, { record, steps }: ValueSources): readonly ValueCandidate[] {
  return record.results
    .filter((result) => result.name === name)
    .toSorted((a, b) => b.at - a.at)
    .map((result) => ({
      label: t('stepsFromStep', name, nameOf(result, steps)),
      value: result.value,
      secret: result.secret,
      ...(result.expiresAt === undefined ? {} : { expiresAt: result.expiresAt }),
      ...(result.flowId === undefined ? {} : { flowId: result.flowId }),
    }));
}

function nameOf({ stepId }: KeptResult, steps: readonly StepSpec[]): string {
  return steps.find(({ id }) => id === stepId)?.name ?? stepId;
}

/** The same name typed into another step, such as a client_secret. */
function fromOtherSteps(
  step: StepSpec,
  name: string,
  { record, steps }: ValueSources,
): readonly ValueCandidate[] {
  return steps
    .filter(({ id }) => id !== step.id)
    .flatMap((other) =>
      other.fields
        .filter((field) => field.name === name)
        .flatMap((field) => {
          const typed = (field.secret ? record.secrets : record.typed)[other.id]?.[fieldKey(field)];
          return one(typed, { label: t('stepsAsInStep', name, other.name), secret: field.secret ?? false });
        }),
    );
}
