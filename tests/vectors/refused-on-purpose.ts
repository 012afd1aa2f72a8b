import { algorithmsOf, keyTypesOf } from './algorithms-of.ts';
import type { Vector } from './types.ts';

/** Published vectors that fail here, and are meant to. */
export interface Refusal {
  /** Which, as the documentation says it. */
  readonly what: string;
  readonly reason: string;
  readonly includes: (vector: Vector) => boolean;
}

/** Every failure that is meant. */
export const REFUSED_ON_PURPOSE: readonly Refusal[] = [
  {
    what: 'whatever is encrypted with RSA1_5 for the key',
    reason: 'RSA1_5 is refused (RFC 8725 section 3.2)',
    includes: (vector) =>
      vector.kind === 'decrypt' && algorithmsOf(vector).has('RSA1_5') && keyTypesOf(vector).has('RSA'),
  },
  {
    what: 'Wycheproof `rejectsValidJsonSerialization`',
    reason: 'that suite tests compact readers; this one reads JSON too',
    includes: ({ id }) => id.endsWith(' rejectsValidJsonSerialization'),
  },
  {
    what: 'Wycheproof JWS 346, 347, 350, 351',
    reason: "the key's `alg` is another one than the token's, or no algorithm at all (`ES521`)",
    includes: wycheproofJws(346, 347, 350, 351),
  },
  {
    what: 'Wycheproof JWS 367, 370',
    reason: 'the very token that 357 calls valid',
    includes: wycheproofJws(367, 370),
  },
  {
    what: 'Wycheproof JWS 372, 373',
    reason: 'a `?` inside base64url is called valid',
    includes: wycheproofJws(372, 373),
  },
];

/** Why a vector's failure is meant, or undefined when it is not. */
export function refusedOnPurpose(vector: Vector): string | undefined {
  return REFUSED_ON_PURPOSE.find(({ includes }) => includes(vector))?.reason;
}

function wycheproofJws(...numbers: readonly number[]): Refusal['includes'] {
  const ids = new RegExp(`(?:^|/)json_web_signature_test\\.json#(?:${numbers.join('|')}) `);
  return ({ id }) => ids.test(id);
}
