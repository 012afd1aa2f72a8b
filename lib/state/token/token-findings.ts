import type { DecodedToken } from '../../jwt/types.ts';
import type { TokenWarning } from '../../jwt/verify-types.ts';
import { runTokenRules } from '../../rules/run-tokens.ts';
import type { Finding } from '../../rules/types.ts';

/** Rules that repeat, with a source, what the problems of a token say beside its text. */
const SAID_BY_PROBLEMS: ReadonlySet<string> = new Set(['JW01', 'JW02']);

/** Warnings of a verification, and the rule that would say the same. */
const SAID_BY_WARNING: Readonly<Record<string, string>> = {
  'alg-none': 'JW03',
  'der-signature': 'JW06',
  'embedded-jwk': 'JW13',
  jku: 'JW13',
  'placeholder-secret': 'JW09',
  'unknown-crit': 'JW14',
  x5u: 'JW13',
};

/**
 * What the rules find in a pasted token beyond what its problems and the warnings of its verification say already.
 * @param now milliseconds since the epoch
 */
export function tokenFindings(
  decoded: DecodedToken,
  warnings: readonly TokenWarning[],
  now: number,
): readonly Finding[] {
  const said = new Set(warnings.map(({ code }) => SAID_BY_WARNING[code]));
  return runTokenRules(decoded, { now }).filter(({ rule }) => !SAID_BY_PROBLEMS.has(rule) && !said.has(rule));
}
