import type { Json } from '../../jwt/types.ts';
import { tokenRule } from '../token-rule.ts';

/** Times stand in an order in which the token can be used. */
export const jw16 = tokenRule({
  id: 'JW16',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 7519 sections 4.1.4 to 4.1.6',
  title: 'A token is issued and becomes valid before it expires.',
  judge({ decoded, title }) {
    const { iat, nbf, exp } = decoded.payload ?? {};
    const found = [];
    if (isAfter(nbf, exp) || nbf === exp) found.push(finding(title, 'nbf', nbf, exp));
    if (isAfter(iat, exp)) found.push(finding(title, 'iat', iat, exp));
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
): { readonly message: string; readonly remedy: string } | undefined {
  if (typeof value !== 'number' || typeof exp !== 'number') return undefined;
  return {
    message: `${title} has ${claim} ${value}, which is not before exp ${exp}: it is never valid.`,
    remedy: 'Set iat to now, nbf to now or a little before, and exp after both.',
  };
}
