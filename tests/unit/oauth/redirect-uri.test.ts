import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtRedirectUri } from '../../../lib/oauth/redirect-uri.ts';

/** What two bases are to each other once a browser has written both. */
function isSameBase(one: string, other: string): boolean {
  const written = (base: string): string => {
    try {
      const { protocol, host, pathname } = new URL(base);
      return `${protocol}//${host}${pathname}`;
    } catch {
      return base;
    }
  };
  return written(one) === written(other);
}

const scheme = fc.constantFrom('http://', 'https://', 'HTTPS://', 'myapp://');
const host = fc.oneof(
  fc.constantFrom(
    'app.example',
    'App.Example',
    'a-b.c1.example',
    'localhost',
    'xn--mnchen-3ya.example',
    '1.example',
  ),
  fc.constantFrom(
    '127.0.0.1',
    '127.1',
    '127.0.0.01',
    '0x7f.0.0.1',
    '1.2.3.256',
    '2130706433',
    '[::1]',
    'a..b',
    'a_b',
  ),
  fc.ipV4(),
  fc.domain(),
);
const port = fc.oneof(
  fc.constantFrom('', ':80', ':443', ':080', ':8080', ':0', ':65536', ':99999', ':'),
  fc.nat(70_000).map((n) => `:${n}`),
);
const path = fc.oneof(
  fc.constantFrom(
    '',
    '/',
    '/cb',
    '/CB',
    '/a/../cb',
    '/a/./cb',
    '/%63b',
    '/c b',
    '/cb/',
    '//cb',
    '/a\\cb',
    '/a;b',
    '/ü',
  ),
  fc.webPath(),
);
const base = fc.tuple(scheme, host, port, path).map((parts) => parts.join(''));

describe('a URL at a redirect URI', () => {
  it('has the base that a browser writes for the redirect URI', () => {
    fc.assert(
      fc.property(base, base, (one, other) => {
        expect(isAtRedirectUri(`${one}?code=a`, other)).toBe(isSameBase(one, other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found however the browser wrote it', () => {
    fc.assert(
      fc.property(base, (one) => {
        fc.pre(URL.canParse(one) && !one.startsWith('myapp'));
        const { protocol, host: written, pathname } = new URL(one);
        expect(isAtRedirectUri(`${protocol}//${written}${pathname}?code=a&state=b`, one)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
