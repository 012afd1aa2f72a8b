import { describe, expect, test } from 'vitest';
import { randomValue, uuidV4 } from '../../../lib/oauth/random.ts';

const filled = (byte: number) => (length: number) => new Uint8Array(length).fill(byte);

describe('randomValue', () => {
  test('is 192 bits as base64url', () => {
    expect(randomValue(filled(0xff))).toBe('________________________________');
    expect(randomValue(filled(0))).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  });

  test('asks for at least 128 bits (RFC 6749 section 10.10)', () => {
    const asked: number[] = [];
    randomValue((length) => {
      asked.push(length);
      return new Uint8Array(length);
    });
    expect(asked).toEqual([24]);
  });

  test('does not repeat itself', () => {
    const values = Array.from({ length: 1_000 }, () => randomValue());
    expect(new Set(values).size).toBe(1_000);
  });
});

describe('uuidV4', () => {
  test('sets version and variant and nothing else (RFC 9562 section 5.4)', () => {
    expect(uuidV4(filled(0))).toBe('00000000-0000-4000-8000-000000000000');
    expect(uuidV4(filled(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });

  test('leaves the bytes it was given alone', () => {
    const bytes = new Uint8Array(16).fill(0xff);
    uuidV4(() => bytes);
    expect(bytes.every((byte) => byte === 0xff)).toBe(true);
  });
});
