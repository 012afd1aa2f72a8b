import * as v from 'valibot';
import { PROFILE_LIMITS } from '../profile-limits.ts';
import { Length, Name, Names, Text } from './values-schema.ts';

const PARAMETER_CHECKS = [
  v.strictObject({ kind: v.literal('uuid-v4') }),
  v.strictObject({ kind: v.literal('uuid') }),
  v.strictObject({ kind: v.literal('absolute-url'), query: v.picklist(['allowed', 'forbidden']) }),
  v.strictObject({ kind: v.literal('one-of'), values: Names }),
  v.strictObject({ kind: v.literal('scope-known'), values: Names }),
  v.strictObject({
    kind: v.literal('scope-not-mixed'),
    groups: v.pipe(v.array(Names), v.maxLength(PROFILE_LIMITS.checks)),
  }),
  v.strictObject({ kind: v.literal('scope-contains'), value: Name }),
  v.strictObject({
    kind: v.literal('pattern'),
    pattern: v.pipe(v.string(), v.minLength(1), v.maxLength(PROFILE_LIMITS.pattern)),
    says: Text,
  }),
  v.strictObject({ kind: v.literal('min-length'), length: Length }),
  v.strictObject({ kind: v.literal('json'), type: v.picklist(['object', 'array']) }),
] as const;

const STEP_CHECKS = [
  v.strictObject({ kind: v.literal('max-length'), length: Length }),
  v.strictObject({ kind: v.literal('email') }),
  v.strictObject({ kind: v.literal('https-url') }),
  v.strictObject({ kind: v.literal('date-time') }),
  v.strictObject({ kind: v.literal('date-in-future') }),
  v.strictObject({ kind: v.literal('date-after'), field: Name }),
  v.strictObject({ kind: v.literal('starts-with'), text: Name }),
] as const;

/** Checks of an authorize parameter. */
export const ParameterChecks = v.pipe(
  v.array(v.variant('kind', PARAMETER_CHECKS)),
  v.maxLength(PROFILE_LIMITS.checks),
);

/** Checks of a step's field. */
export const StepChecks = v.pipe(
  v.array(v.variant('kind', [...PARAMETER_CHECKS, ...STEP_CHECKS])),
  v.maxLength(PROFILE_LIMITS.checks),
);
