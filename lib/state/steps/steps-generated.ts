import { type ReadonlySignal, signal } from '@preact/signals';
import { generateValue, isOneTime } from '../../calls/generate-value.ts';
import { createPkce } from '../../oauth/pkce.ts';
import type { RandomBytes } from '../../oauth/random.ts';
import type { StepField, StepSpec } from '../../providers/step-types.ts';
import { generatedKey } from './steps-values.ts';

/** Generated values, each waiting under its step and field. */
export interface StepsGenerated {
  readonly values: ReadonlySignal<Readonly<Record<string, string>>>;
  /** Makes what the steps have none of. */
  fill(steps: readonly StepSpec[]): void;
  renew(step: StepSpec, field: StepField): void;
  /** Makes again what is used for one call only. */
  renewOnce(step: StepSpec): void;
  /** The secret behind a code challenge that was made here. */
  verifierOf(challenge: string): string | undefined;
}

/** Makes them with the given randomness and clock (milliseconds since the epoch). */
export function createStepsGenerated({
  now,
  random,
}: {
  readonly now: () => number;
  readonly random: RandomBytes;
}): StepsGenerated {
  const values = signal<Readonly<Record<string, string>>>({});
  const verifiers = new Map<string, string>();
  const makeChallenge = async (key: string): Promise<void> => {
    const { challenge, verifier } = await createPkce(random);
    verifiers.set(challenge, verifier);
    values.value = { ...values.peek(), [key]: challenge };
  };
  const make = (steps: readonly StepSpec[], wanted: (step: StepSpec, field: StepField) => boolean): void => {
    const added: Record<string, string> = {};
    for (const step of steps) {
      for (const field of step.fields) {
        if (field.generate === undefined || !wanted(step, field)) continue;
        const key = generatedKey(step, field);
        if (field.generate === 'code-challenge') void makeChallenge(key);
        else added[key] = generateValue(field.generate, now(), random);
      }
    }
    values.value = { ...values.peek(), ...added };
  };
  return {
    values,
    fill: (steps) => make(steps, (step, field) => values.peek()[generatedKey(step, field)] === undefined),
    renew: (step, field) => make([step], (_, one) => one === field),
    renewOnce: (step) => make([step], (_, { generate }) => isOneTime(generate)),
    verifierOf: (challenge) => verifiers.get(challenge),
  };
}
