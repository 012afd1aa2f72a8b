import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../../lib/jwt/decode.ts';
import { verifyToken } from '../../../../lib/jwt/verify.ts';
import { tokenFindings } from '../../../../lib/state/token/token-findings.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const rulesOn = async (token: string): Promise<readonly string[]> => {
  const { warnings } = await verifyToken(token, undefined);
  return tokenFindings(decodeToken(token), warnings, 0).map(({ rule }) => rule);
};

describe('the findings on a pasted token', () => {
  it('name the rule and its source', async () => {
    const token = `${encode({ alg: 'RS257' })}.${encode({ iat: 20, exp: 10 })}.c2ln`;
    expect(
      tokenFindings(decodeToken(token), [], 0).map(({ rule, severity, source }) => [rule, severity, source]),
    ).toEqual([
      ['JW03', 'error', 'RFC 7515 section 4.1.1; RFC 8725 sections 3.1 and 3.2; JARM section 2.4'],
      ['JW16', 'warning', expect.stringContaining('RFC 7519')],
    ]);
  });

  it('say nothing that a problem or a warning says already', async () => {
    expect(await rulesOn('ey.=.x')).toEqual([]);
    expect(await rulesOn('')).toEqual([]);
    expect(await rulesOn(`${encode({ alg: 'none' })}.${encode({ sub: 'a' })}.`)).toEqual([]);
    const signature = 'A'.repeat(342);
    expect(
      await rulesOn(`${encode({ alg: 'RS256', jku: 'https://a.test' })}.${encode({})}.${signature}`),
    ).toEqual([]);
  });
});
