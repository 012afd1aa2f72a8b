import { describe, expect, it } from 'vitest';
import { isPublicSuffix, registrableDomain, siteOf } from '../../../lib/oauth/site.ts';

describe('the registrable domain of a host', () => {
  it.each([
    ['login.bank.example', 'bank.example'],
    ['Login.Bank.Example.', 'bank.example'],
    ['a.co.uk', 'a.co.uk'],
    ['shop.a.co.uk', 'a.co.uk'],
    ['www.city.kawasaki.jp', 'city.kawasaki.jp'],
    ['a.b.kawasaki.jp', 'a.b.kawasaki.jp'],
    ['one.github.io', 'one.github.io'],
    ['app.one.github.io', 'one.github.io'],
    ['my.app.eu-west-1.elasticbeanstalk.com', 'app.eu-west-1.elasticbeanstalk.com'],
    ['github.io', 'github.io'],
    ['localhost', 'localhost'],
    ['bank.localhost', 'bank.localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
  ])('%s: %s', (host, expected) => expect(registrableDomain(host)).toBe(expected));
});

describe('a public suffix', () => {
  it.each([
    ['uk', true],
    ['co.uk', true],
    ['github.io', true],
    ['a.co.uk', false],
    ['bank.example', false],
  ])('%s: %s', (host, expected) => expect(isPublicSuffix(host)).toBe(expected));
});

describe('the site of a URL', () => {
  it.each([
    ['https://www.a.co.uk/x', false, 'a.co.uk'],
    ['http://www.a.co.uk/x', true, 'http://a.co.uk'],
    ['http://localhost:8080/', true, 'http://localhost'],
    ['not a url', false, undefined],
  ] as const)('%s, schemeful %s: %s', (url, schemeful, expected) =>
    expect(siteOf(url, schemeful)).toBe(expected),
  );
});
