import { type RandomBytes, randomValue, secureRandom, uuidV4 } from '../oauth/random.ts';
import type { StepField } from '../providers/step-types.ts';

const DAY = 86_400_000;

type ValueGenerator = (context: { readonly random: RandomBytes; readonly now: number }) => string;

const date =
  (days: number): ValueGenerator =>
  ({ now }) =>
    new Date(now + days * DAY).toISOString().replace(/\.\d+Z$/, 'Z');

/** A code challenge is a hash, for which one has to wait: it is not made here. */
const GENERATORS: Readonly<Partial<Record<NonNullable<StepField['generate']>, ValueGenerator>>> = {
  'uuid-v4': ({ random }) => uuidV4(random),
  state: ({ random }) => randomValue(random),
  nonce: ({ random }) => randomValue(random),
  now: date(0),
  'in-90-days': date(90),
  'in-180-days': date(180),
  'a-year-ago': date(-365),
};

/**
 * A fresh value for a field; empty for a kind that is not known or is no matter of the moment, such as a code challenge.
 * @param now milliseconds since the epoch
 */
export function generateValue(
  kind: NonNullable<StepField['generate']>,
  now: number,
  random: RandomBytes = secureRandom,
): string {
  return Object.hasOwn(GENERATORS, kind) ? (GENERATORS[kind]?.({ random, now }) ?? '') : '';
}

/** True for values that are used once, so that each run gets a new one. */
export function isOneTime(kind: StepField['generate']): boolean {
  return kind === 'uuid-v4' || kind === 'state' || kind === 'nonce' || kind === 'code-challenge';
}
