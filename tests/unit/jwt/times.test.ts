import { describe, expect, it } from 'vitest';
import { CLAIMS, HEADER_PARAMETERS, meaningOf } from '../../../lib/jwt/claims-meaning.ts';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { differenceOf } from '../../../lib/jwt/difference.ts';
import { claimTimes, relativeTime } from '../../../lib/jwt/times.ts';

const now = 1_700_000_000_000;

describe('claimTimes', () => {
  it('reads each time claim exactly and against now', () => {
    expect(
      claimTimes({ exp: 1_700_000_300, nbf: 1_699_990_000, iat: 1_700_000_000.5, sub: 'x' }, now),
    ).toEqual([
      {
        claim: 'exp',
        value: 1_700_000_300,
        validity: 'valid',
        iso: '2023-11-14T22:18:20Z',
        relative: 'in 5 minutes',
      },
      {
        claim: 'nbf',
        value: 1_699_990_000,
        validity: 'valid',
        iso: '2023-11-14T19:26:40Z',
        relative: '2 hours ago',
      },
      {
        claim: 'iat',
        value: 1_700_000_000.5,
        validity: 'in-the-future',
        iso: '2023-11-14T22:13:20.500Z',
        relative: 'now',
      },
    ]);
  });

  it.each([
    [{ exp: 1_700_000_000 }, 'expired'],
    [{ nbf: 2_029_276_857 }, 'not-yet-valid'],
    [{ exp: 1_700_000_300_000 }, 'milliseconds'],
    [{ exp: '2023-11-14T22:18:20Z' }, 'not-a-number'],
    [{ exp: null }, 'not-a-number'],
    [{ exp: 1e300 }, 'milliseconds'],
  ])('%j is %s', (payload, validity) => {
    expect(claimTimes(payload, now).map((time) => time.validity)).toEqual([validity]);
  });

  it('counts whole units', () => {
    expect(relativeTime(now + 86_400_000 * 800, now)).toBe('in 2 years');
    expect(relativeTime(now - 1000, now)).toBe('1 second ago');
  });
});

describe('meaningOf', () => {
  it('has a sentence and a source for every name', () => {
    for (const { meaning, source } of [...Object.values(CLAIMS), ...Object.values(HEADER_PARAMETERS)]) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(source).not.toBe('');
    }
    expect(meaningOf('payload', 'smart_contract_address')?.source).toBe('Open Bank Project DAuth');
    expect(meaningOf('header', 'toString')).toBeUndefined();
  });
});

describe('differenceOf', () => {
  const token = (header: object, payload: object) =>
    decodeToken(
      `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
    );

  it('lists what was changed, added and taken away', () => {
    const left = token({ alg: 'HS256' }, { a: [1, 2], b: { c: 1 }, d: null });
    const right = token({ alg: 'PS256', kid: '1' }, { a: [1, 3], b: { c: 1, e: '' } });
    expect(differenceOf(left, right)).toEqual([
      { path: 'header.alg', left: 'HS256', right: 'PS256' },
      { path: 'header.kid', right: '1' },
      { path: 'payload.a[1]', left: 2, right: 3 },
      { path: 'payload.b.e', right: '' },
      { path: 'payload.d', left: null },
    ]);
    expect(differenceOf(left, left)).toEqual([]);
  });
});
