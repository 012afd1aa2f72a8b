import { tokenHash } from '../oauth/token-hash.ts';
import { quoteJson, quoteValue } from './define.ts';
import type { ReceivedIdToken } from './id-tokens.ts';
import type { Found } from './types.ts';

/** A claim that ties a value beside an id_token to it. */
export interface HashClaim {
  readonly claim: 'c_hash' | 'at_hash' | 's_hash';
  /** What is hashed, in a word: `code`. */
  readonly of: string;
  /** Undefined when the value was not seen. */
  readonly value: string | undefined;
  readonly required: boolean;
}

/** Compares the claim with the left half of the value's hash. */
export function checkHash(
  { claims, alg, at }: ReceivedIdToken,
  { claim, of, value, required }: HashClaim,
): readonly Found[] {
  if (value === undefined) return [];
  const received = claims[claim];
  const expected = tokenHash(value, alg);
  if (received === undefined) {
    if (!required) return [];
    return [
      {
        message: `${claim} is missing in the id_token that came with ${of} ${quoteValue(value)}.`,
        remedy: `Refuse the ${of}, which nothing binds to the id_token; the provider must add ${claim}.`,
        at,
      },
    ];
  }
  if (expected === undefined || received === expected) return [];
  return [
    {
      message: `${claim} in the id_token is ${quoteJson(received)}; the hash of ${of} ${quoteValue(value)} for ${alg} is ${quoteValue(expected)}.`,
      remedy: `Refuse the response: ${of} was replaced on the way, or the provider made ${claim} with another hash.`,
      at,
    },
  ];
}
