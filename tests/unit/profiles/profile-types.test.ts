import type { InferOutput } from 'valibot';
import { expect, test } from 'vitest';
import type { ProfileSchema } from '../../../lib/providers/schema/profile-schema.ts';
import type { Profile } from '../../../lib/providers/types.ts';

/** Every member required and nothing read-only, so that a member that only one of two types has shows. */
type Whole<T> = T extends readonly (infer M)[]
  ? Whole<M>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T;

type Shape = Whole<InferOutput<typeof ProfileSchema>>;
type Wanted = Whole<Profile>;

test('the schema and the type of a profile know the same members, which the compiler checks', () => {
  const there = (value: Wanted): Shape => value;
  const back = (value: Shape): Wanted => value;
  expect([there, back]).toHaveLength(2);
});
