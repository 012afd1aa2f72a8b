import { computed, type ReadonlySignal } from '@preact/signals';
import { buildRequest, type RequestInput } from '../../calls/build-request.ts';
import { activeFields, fieldKey } from '../../calls/field-key.ts';
import type { ClientAuthentication, StepField, StepSpec } from '../../providers/step-types.ts';
import type { StepRecord } from '../../storage/step-values.ts';
import type { StepsFlow } from './steps-flow-model.ts';
import type { StepsGenerated } from './steps-generated.ts';
import type { StepsPlaces } from './steps-places.ts';
import type { StepsPreview } from './steps-preview.ts';
import type { RunState } from './steps-runner.ts';
import { type StepStatus, stepStatus } from './steps-status.ts';
import { candidatesFor, type ValueCandidate, type ValueSources, valueFor } from './steps-values.ts';

/** A field of a step with everything that is known of it. */
export interface FieldView {
  readonly field: StepField;
  readonly key: string;
  readonly value: string;
  /** The user typed it; it is not what would be prefilled. */
  readonly typed: boolean;
  readonly candidates: readonly ValueCandidate[];
}

/** How steps look with the values of the moment. Reading it follows every signal that it depends on. */
export interface StepsView {
  inputOf(step: StepSpec): RequestInput;
  fieldsOf(step: StepSpec): readonly FieldView[];
  methodOf(step: StepSpec): ClientAuthentication | undefined;
  statusOf(step: StepSpec): StepStatus;
}

interface ViewParts {
  readonly places: StepsPlaces;
  readonly record: ReadonlySignal<StepRecord>;
  readonly flow: StepsFlow;
  readonly made: StepsPreview;
  readonly fresh: StepsGenerated;
  readonly runs: ReadonlySignal<Readonly<Record<string, RunState>>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Puts together what fields hold and where steps stand. */
export function createStepsView({ places, record, flow, made, fresh, runs, now }: ViewParts): StepsView {
  const sources = computed((): ValueSources => {
    const current = flow.flow.value;
    const isOurs = current?.profileId === places.profile.value.id;
    return {
      steps: places.profile.value.steps ?? [],
      record: record.value,
      flow: current && isOurs ? { id: current.id, values: flow.values.value } : undefined,
      defaults: places.environment.value.defaults,
      made: made.values.value,
      fresh: fresh.values.value,
      now: now(),
    };
  });
  const methodOf = ({ id, request }: StepSpec): ClientAuthentication | undefined => {
    const offered = request?.clientAuthentication ?? [];
    const kept = record.value.authentication[id];
    return offered.find((method) => method === kept) ?? offered[0];
  };
  const inputOf = (step: StepSpec): RequestInput => {
    const authentication = methodOf(step);
    const values = Object.fromEntries(
      activeFields(step, authentication).map((field) => [
        fieldKey(field),
        valueFor(step, field, sources.value),
      ]),
    );
    return { step, values, bases: places.bases.value, authentication, now: now() };
  };
  const happened = ({ kind }: StepSpec): boolean => {
    const current = sources.value.flow && flow.flow.value;
    return (
      kind !== 'call' && current !== undefined && (kind !== 'callback' || current.callback !== undefined)
    );
  };
  return {
    inputOf,
    methodOf,
    fieldsOf(step) {
      const { typed, secrets } = record.value;
      return activeFields(step, methodOf(step)).map((field) => ({
        field,
        key: fieldKey(field),
        value: valueFor(step, field, sources.value),
        typed: (field.secret ? secrets : typed)[step.id]?.[fieldKey(field)] !== undefined,
        candidates: candidatesFor(step, field, sources.value),
      }));
    },
    statusOf: (step) =>
      stepStatus({
        running: runs.value[step.id]?.kind === 'running',
        outcome: record.value.outcomes[step.id],
        happened: happened(step),
        problems: buildRequest(inputOf(step)).problems,
      }),
  };
}
