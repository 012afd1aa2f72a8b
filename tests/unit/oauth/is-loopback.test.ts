import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWN_CHECKS } from '../../../lib/calls/step-checks.ts';
import { isLoopback, isLoopbackAddress } from '../../../lib/oauth/is-loopback.ts';
import { parseUrl } from '../../../lib/oauth/url.ts';

const hostOf = (authority: string): string => parseUrl(`http://${authority}/`)?.hostname ?? '';

describe('a loopback host', () => {
  it.each(['127.0.0.1', '127.1', '127.255.255.254:8080', '[::1]', '[0:0:0:0:0:0:0:1]:80'])(
    'is the address %s',
    (one) => {
      expect(isLoopbackAddress(hostOf(one))).toBe(true);
      expect(isLoopback(hostOf(one))).toBe(true);
    },
  );

  it.each(['localhost', 'LOCALHOST:4600', 'app.localhost', 'a.b.localhost'])('is the name %s', (one) => {
    expect(isLoopback(hostOf(one))).toBe(true);
    expect(isLoopbackAddress(hostOf(one))).toBe(false);
  });

  it.each([
    '127.evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'notlocalhost',
    'evil-localhost',
    '128.0.0.1',
    '0.0.0.0',
    '[::2]',
    '[::ffff:127.0.0.1]',
    '10.127.0.1',
  ])('is not %s', (one) => {
    expect(hostOf(one)).not.toBe('');
    expect(isLoopback(hostOf(one))).toBe(false);
  });

  it('is no name below another domain, whatever it begins with', () => {
    const label = fc.constantFrom('127', '0', '1', 'localhost', 'a', '--1');
    fc.assert(
      fc.property(fc.array(label, { maxLength: 4 }), (labels) => {
        expect(isLoopback([...labels, 'evil', 'example'].join('.'))).toBe(false);
      }),
    );
  });
});

it('a step refuses plain http to a host that only begins like loopback', () => {
  const surroundings = { now: 0, otherValue: () => '' };
  const check = (value: string) => OWN_CHECKS['https-url']({ kind: 'https-url' }, value, surroundings)?.code;
  expect(check('http://127.0.0.1:4600/x')).toBeUndefined();
  expect(check('http://127.evil.example/x')).toBeDefined();
});

it('one place says what loopback is', () => {
  const sources = ['lib', 'components'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${root}/${name}`),
  );
  // By a function of that name, or by an expression of its own about 127.
  const own = sources.filter((name) =>
    /function isLoopback(?:Address)?\(|\/[^\n]*\b127(?:\\\.|\(\?:\\\.)/.test(readFileSync(name, 'utf8')),
  );
  expect(own).toEqual(['lib/oauth/is-loopback.ts']);
});
