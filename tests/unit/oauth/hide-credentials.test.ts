import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideCredentials, hideCredentialsInBody } from '../../../lib/oauth/hide-credentials.ts';

const NAMES = ['password', 'pwd', 'pin', 'otp', 'tan', 'kennwort', 'user%5Bpassword%5D', 'pf.pass'];
const secret = fc.stringMatching(/^[a-z]{3}-canary-[0-9]{6}$/);

describe('hideCredentials', () => {
  it.each([
    [
      'https://as.example/login?user=a&password=b;c?d&x=1#f',
      'https://as.example/login?user=a&password=(not-recorded)&x=1#f',
    ],
    ['https://alice:hunter2@as.example/', 'https://(not-recorded)@as.example/'],
    ['/login#/step?otp=123456&next=2', '/login#/step?otp=(not-recorded)&next=2'],
    ['https://as.example/p;pin=1234;lang=de?z=2', 'https://as.example/p;pin=(not-recorded);lang=de?z=2'],
    [
      'https://as.example/?continue=https%3A%2F%2Fas.example%2Fl%3Fpassword%3Dx%26a%3D1',
      'https://as.example/?continue=https%3A%2F%2Fas.example%2Fl%3Fpassword%3D(not-recorded)%26a%3D1',
    ],
    [
      'https://as.example/?continue=https://as.example/l?pin=12&x=2',
      'https://as.example/?continue=https://as.example/l?pin=(not-recorded)&x=2',
    ],
  ])('takes the value out of %s', (text, hidden) => {
    expect(hideCredentials(text)).toBe(hidden);
    expect(hideCredentials(hidden)).toBe(hidden);
  });

  it.each([
    'https://app.example/cb?code=abc&state=s1#id_token=eyJ',
    'https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fa%3Db',
    'https://as.example/login?password=&error=1',
    'https://as.example/password/reset?a',
    '%3d%',
    '',
    '?&=&;#',
  ])('leaves %j as it is', (text) => expect(hideCredentials(text)).toBe(text));

  it('lets no value survive, wherever it stands and however often it was encoded', () => {
    const place = fc.constantFrom(
      (pair: string) => `https://as.example/login?a=1&${pair}`,
      (pair: string) => `https://as.example/login?${pair}&code=1`,
      (pair: string) => `https://as.example/login#${pair}`,
      (pair: string) => `https://as.example/#/login?${pair}`,
      (pair: string) => `https://as.example/login;${pair}`,
      (pair: string) => `https://as.example/?next=${encodeURIComponent(`https://b.example/?q=1&${pair}`)}`,
      (pair: string) =>
        `https://as.example/?n=${encodeURIComponent(`https://b.example/?m=${encodeURIComponent(`/x?${pair}`)}`)}`,
    );
    fc.assert(
      fc.property(place, fc.constantFrom(...NAMES), secret, (put, name, value) => {
        expect(hideCredentials(put(`${name}=${value}`))).not.toContain(value);
      }),
    );
  });

  it('never throws, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab?&;#=%3dD/:@ pin'.split('')) }), (text) => {
        const once = hideCredentials(text);
        expect(hideCredentials(once)).toBe(once);
      }),
    );
  });
});

describe('hideCredentialsInBody', () => {
  it('takes values out of JSON at any depth and leaves the rest as it came', () => {
    expect(
      hideCredentialsInBody('{"code":"abc", "user" : {"password":"a\\"b", "pin": 1234, "ok": [1]}}'),
    ).toBe('{"code":"abc", "user" : {"password":"(not-recorded)", "pin": "(not-recorded)", "ok": [1]}}');
  });

  it('takes values out of a form', () => {
    expect(hideCredentialsInBody('code=abc&password=x')).toBe('code=abc&password=(not-recorded)');
  });

  it('leaves any other text as it is', () => expect(hideCredentialsInBody('Not found')).toBe('Not found'));
});
