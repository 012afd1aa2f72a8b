import type { Json } from '../../jwt/types.ts';
import { clockOfClaim } from '../instant.ts';
import { tokenRule } from '../token-rule.ts';

/** Times stand in an order in which the token can be used. */
export const jw16 = tokenRule({
  id: 'JW16',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 7519 sections 4.1.4 to 4.1.6',
  title: 'A token is issued and becomes valid before it expires.',
  evaluate({ decoded, title }, { now, timeZone }) {
    const { iat, nbf, exp } = decoded.payload ?? {};
    const clock = (time: number): string => clockOfClaim(time, now, timeZone);
    const found = [];
    if (isAfter(nbf, exp) || nbf === exp) found.push(finding(title, 'nbf', nbf, exp, clock));
    if (isAfter(iat, exp)) found.push(finding(title, 'iat', iat, exp, clock));
    return found.filter((one) => one !== undefined);
  },
});

function isAfter(first: Json | undefined, second: Json | undefined): boolean {
  return typeof first === 'number' && typeof second === 'number' && first > second;
}

function finding(
  title: string,
  claim: string,
  value: Json | undefined,
  exp: Json | undefined,
  clock: (time: number) => string,
): { readonly message: string; readonly remedy: string } | undefined {
  if (typeof value !== 'number' || typeof exp !== 'number') return undefined;
  return {
    message: `${title} is never valid: ${claim} ${clock(value)} is not before exp ${clock(exp)}.`,
    remedy: 'Set iat and nbf to the present time, and exp after both.',
  };
}
