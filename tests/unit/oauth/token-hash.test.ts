import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenHash } from '../../../lib/oauth/token-hash.ts';

describe('tokenHash', () => {
  it('gives the published values of OpenID Connect Core appendix A', () => {
    expect(tokenHash('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', 'RS256')).toBe('77QmUPtjPfzWtF2AnpK9RQ');
    expect(tokenHash('Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk', 'RS256')).toBe(
      'LDktKdoQak3Pk0cnXxCltA',
    );
  });

  it.each([
    ['HS384', 'sha384'],
    ['ES512', 'sha512'],
    ['PS256', 'sha256'],
    ['EdDSA', 'sha512'],
  ])('takes the left half of the hash that %s signs with', (alg, hash) => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const digest = createHash(hash).update(value).digest();
        expect(tokenHash(value, alg)).toBe(digest.subarray(0, digest.length / 2).toString('base64url'));
      }),
    );
  });

  it.each([['none'], ['PS25'], [undefined], [256]])('knows no hash for alg %s', (alg) => {
    expect(tokenHash('x', alg)).toBeUndefined();
  });
});
