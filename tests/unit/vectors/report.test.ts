import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportLines, reportOf } from '../../../scripts/vectors/report.ts';
import { PLATFORM_LACKS } from '../../vectors/platform-lacks.ts';
import { REFUSED_ON_PURPOSE } from '../../vectors/refused-on-purpose.ts';
import type { Vector } from '../../vectors/types.ts';

const encode = (header: object): string => Buffer.from(JSON.stringify(header)).toString('base64url');
const encrypted = (id: string, alg: string, enc: string, kty: string): Vector => ({
  id,
  source: 'made up',
  kind: 'decrypt',
  token: `${encode({ alg, enc })}.AA.AA.AA.AA`,
  key: { kty },
});

const VECTORS: readonly Vector[] = [
  encrypted('rsa', 'RSA1_5', 'A192GCM', 'RSA'),
  encrypted('middle', 'dir', 'A192GCM', 'oct'),
  encrypted('other-key', 'RSA1_5', 'A128GCM', 'EC'),
  encrypted('sound', 'dir', 'A128GCM', 'oct'),
];
const RESULT = {
  passed: 1,
  failed: ['rsa', 'middle', 'other-key'].map((id) => ({ id, reason: 'not decrypted' })),
};

describe('the report on vectors', () => {
  it('tells what is refused, what the platform lacks and what fails', () => {
    expect(reportLines('chromium', reportOf('chromium', VECTORS, RESULT))).toEqual([
      'refused rsa: RSA1_5 is refused (RFC 8725 section 3.2)',
      'lacked middle: chromium has no A192GCM',
      'failed other-key: not decrypted',
      '1 passed, 1 refused on purpose, 1 lacked by the platform, 1 failed of 4 on chromium',
    ]);
  });

  it('calls a failure one where the platform has the algorithm', () => {
    const { lacked, failed } = reportOf('firefox', VECTORS, RESULT);
    expect(lacked).toEqual([]);
    expect(failed.map(({ id }) => id)).toEqual(['middle', 'other-key']);
  });

  it('counts a listed vector that passes as passed', () => {
    const report = reportOf('node', VECTORS.slice(0, 1), { passed: 1, failed: [] });
    expect(reportLines('node', report)).toEqual(['1 passed, 0 refused on purpose, 0 failed of 1 on node']);
  });

  it('counts a failure without a vector as failed', () => {
    const failed = [{ id: 'unknown', reason: 'why' }];
    expect(reportOf('node', [], { passed: 0, failed }).failed).toEqual(failed);
  });
});

describe('the documentation', () => {
  const text = readFileSync('docs/tokens.md', 'utf8');

  it('lists what is refused on purpose, with the reasons', () => {
    for (const { what, reason } of REFUSED_ON_PURPOSE) expect(text).toContain(`| ${what} | ${reason} |`);
  });

  it('lists what the platforms lack', () => {
    for (const name of Object.values(PLATFORM_LACKS).flat()) expect(text).toContain(`\`${name}\``);
  });

  it.each([
    ['a/json_web_signature_test.json#346 Figure20', true],
    ['json_web_signature_test.json#373 InvalidCharacterInsertedInPayload', true],
    ['json_web_signature_test.json#3460 Figure20', false],
    ['json_web_encryption_test.json#346 Figure20', false],
    ['my_json_web_signature_test.json#346 Figure20', false],
  ])('of Wycheproof means %s: %s', (id, meant) => {
    const vector: Vector = { id, source: id, kind: 'verify', token: 'a.b.c', key: { kty: 'RSA' } };
    expect(REFUSED_ON_PURPOSE.some(({ includes }) => includes(vector))).toBe(meant);
  });
});
