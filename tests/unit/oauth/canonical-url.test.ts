import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOrigin, canonicalTarget, isCanonicalUrl } from '../../../lib/oauth/canonical-url.ts';

const of = (characters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength });

const host = fc.oneof(
  of('abcxyz0123456789-.', 30),
  fc.tuple(...[0, 1, 2, 3].map(() => fc.nat(300))).map((bytes) => bytes.join('.')),
  fc.constantFrom(
    'localhost',
    '127.0.0.1',
    'a.example',
    'xn--a',
    'xn--bcher-kva.example',
    'A.example',
    '[::1]',
    '1.2',
    '0x7f.1',
  ),
);
const port = fc.oneof(
  fc.constant(''),
  fc.nat(70_000).map((number) => `:${number}`),
  fc.constantFrom(':80', ':443', ':08'),
);
const path = fc.oneof(
  of('ab/-_~.%2A ü;@\\', 15).map((text) => `/${text}`),
  of('/ab?#', 6),
);
const tail = fc.oneof(fc.constant(''), of('?#ab=&%2F\'"<> \t\n+.ü', 20));
const url = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTP://', 'https:/', 'https://u@', 'ftp://', ''),
    host,
    port,
    path,
    tail,
  )
  .map((parts) => parts.join(''));

const parsed = (text: string, base?: string): URL | undefined => {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
};

describe('what is told of a URL without parsing it', () => {
  it('is never another origin than the browser’s', () => {
    fc.assert(
      fc.property(url, (text) => {
        const origin = canonicalOrigin(text);
        if (origin !== undefined) expect(parsed(text)?.origin).toBe(origin);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never called canonical when the browser writes it otherwise', () => {
    fc.assert(
      fc.property(url, (text) => {
        if (isCanonicalUrl(text)) expect(parsed(text)?.href).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never another target than the browser’s', () => {
    fc.assert(
      fc.property(
        fc.tuple(path, tail).map((parts) => parts.join('')),
        url,
        (to, base) => {
          const target = canonicalTarget(to, base);
          if (target !== undefined) expect(parsed(to, base)?.href).toBe(target);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'https://bank.example/authorize?response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb',
    'http://127.0.0.1:37123/callback?code=1&state=s#x=1',
    'http://localhost:8080/',
  ])('tells %s at once', (text) => {
    expect(isCanonicalUrl(text)).toBe(true);
    expect(canonicalOrigin(text)).toBe(new URL(text).origin);
  });

  it.each([
    'https://xn--a/',
    'http://a.example:80/',
    'https://a.example',
    'https://a.example/a/../b',
    'https://a.example/?q="',
    'https://A.example/',
    'https://1.2.3/',
    'http://a.example:65536/',
  ])('leaves %s to the parser', (text) => {
    expect(isCanonicalUrl(text)).toBe(false);
  });
});
