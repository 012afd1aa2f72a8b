import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '../../../../lib/flow/cookies/parse-cookie-date.ts';
import { readSetCookie } from '../../../../lib/flow/cookies/read-set-cookie.ts';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const read = (header: string) => readSetCookie(header, NOW);

describe('readSetCookie', () => {
  it('reads every attribute, whatever its case and the spaces around it', () => {
    expect(
      read(' sid = a=b ; PATH=/app; domain=.Example.COM ;secure;HttpOnly; SameSite=none; Partitioned'),
    ).toEqual({
      value: 'a=b',
      attributes: {
        name: 'sid',
        path: '/app',
        domain: 'example.com',
        secure: true,
        httpOnly: true,
        sameSite: 'None',
        partitioned: true,
      },
    });
  });

  it('takes the last attribute of a name, and none that says nothing', () => {
    expect(read('a=1; SameSite=Lax; SameSite=Strict; Path=x; Domain=')?.attributes).toEqual({
      name: 'a',
      sameSite: 'Strict',
    });
    expect(read('a=1; SameSite=Everywhere')?.attributes).toEqual({ name: 'a' });
  });

  it('counts Max-Age before Expires, from when the response came, and 400 days at most', () => {
    const date = 'Expires=Fri, 02 Jan 2026 03:05:05 GMT';
    expect(read(`a=1; ${date}`)?.attributes.expires).toBe(NOW + 60_000);
    expect(read(`a=1; Max-Age=10; ${date}`)?.attributes.expires).toBe(NOW + 10_000);
    expect(read(`a=1; Max-Age=ten; ${date}`)?.attributes.expires).toBe(NOW + 60_000);
    expect(read('a=1; Max-Age=0')?.attributes.expires).toBe(0);
    expect(read('a=1; Max-Age=-5')?.attributes.expires).toBe(0);
    expect(read('a=1; Max-Age=999999999999')?.attributes.expires).toBe(NOW + 400 * 86_400_000);
  });

  it('reads a cookie without a name, and ignores what a browser ignores', () => {
    expect(read('value only')).toEqual({ value: 'value only', attributes: { name: '' } });
    expect(read('')).toBeUndefined();
    expect(read('=')).toBeUndefined();
    expect(read('a=\u0001')).toBeUndefined();
    expect(read(`a=${'x'.repeat(4096)}`)).toBeUndefined();
    expect(read(`a=1; Path=/${'x'.repeat(1024)}`)?.attributes).toEqual({ name: 'a' });
  });

  it('never throws, and keeps no part of a value among the attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (header, tail) => {
        const secret = 'canary-7f3a';
        const cookie = read(`n=${secret}${header.replaceAll(';', '')};${tail}`);
        expect(JSON.stringify(cookie?.attributes ?? {})).not.toContain(secret);
      }),
    );
  });

  it('gives back what a server wrote', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9_.-]{1,20}$/);
    const attributes = fc.record(
      {
        name: token,
        path: token.map((text) => `/${text}`),
        domain: token.map((text) => `x${text.replaceAll('.', '')}.example`.toLowerCase()),
        secure: fc.constant(true as const),
        httpOnly: fc.constant(true as const),
        sameSite: fc.constantFrom('None', 'Lax', 'Strict'),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(attributes, token, ({ name, path, domain, secure, httpOnly, sameSite }, value) => {
        const parts = [
          `${name}=${value}`,
          path === undefined ? '' : `Path=${path}`,
          domain === undefined ? '' : `Domain=${domain}`,
          secure ? 'Secure' : '',
          httpOnly ? 'HttpOnly' : '',
          sameSite === undefined ? '' : `SameSite=${sameSite}`,
        ];
        const header = parts.filter((part) => part !== '').join('; ');
        const given = { name, path, domain, secure, httpOnly, sameSite };
        const defined = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined));
        expect(read(header)).toEqual({ value, attributes: defined });
      }),
    );
  });
});

describe('parseCookieDate', () => {
  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    '8:49:37 6 november 1994',
  ])('reads %s', (text) => {
    expect(parseCookieDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });

  it.each([
    '',
    'tomorrow',
    'Sun, 31 Feb 2026 00:00:00 GMT',
    '06 Nov 1994',
    '06 Nov 1600 08:49:37',
    '06 Nov 94 24:00:00',
  ])('refuses “%s”', (text) => {
    expect(parseCookieDate(text)).toBeUndefined();
  });

  it('reads every date as HTTP writes it', () => {
    const date = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
    fc.assert(
      fc.property(date, (seconds) => {
        expect(parseCookieDate(new Date(seconds * 1000).toUTCString())).toBe(seconds * 1000);
      }),
    );
  });
});
