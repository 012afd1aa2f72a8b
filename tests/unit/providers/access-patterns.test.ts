import { describe, expect, test } from 'vitest';
import {
  environmentPatterns,
  hostOfPattern,
  isLoopbackPattern,
  missingPatterns,
  patternOf,
  profilePatterns,
} from '../../../lib/providers/access-patterns.ts';
import { connectpay } from '../../../lib/providers/connectpay.ts';

describe('patternOf', () => {
  test.each([
    ['https://op.example:8443/a?b#c', 'https://op.example/*'],
    ['http://[::1]:4603/', 'http://[::1]/*'],
    ['ftp://op.example/', undefined],
    ['com.example.app:/callback', undefined],
    ['', undefined],
  ])('%s', (url, pattern) => {
    expect(patternOf(url)).toBe(pattern);
  });
});

describe('patterns of an environment', () => {
  test('the sandbox needs none', () => {
    expect(
      environmentPatterns(connectpay.environments[0], connectpay.environments[0].authorizationEndpoint),
    ).toEqual([]);
  });

  test('the endpoint’s host and the documented ones, each once', () => {
    expect(environmentPatterns(connectpay.environments[1], 'https://api-stage.connectpay.com/auth')).toEqual([
      'https://api-stage.connectpay.com/*',
      'https://auth-stage.connectpay.com/*',
    ]);
  });

  test('a profile’s are those of all its environments', () => {
    expect(profilePatterns(connectpay, { live: 'https://bank.example/a' })).toEqual([
      'https://api-stage.connectpay.com/*',
      'https://auth-stage.connectpay.com/*',
      'https://bank.example/*',
      'https://*.connectpay.com/*',
    ]);
  });
});

describe('missingPatterns', () => {
  test.each<[string, string[], boolean]>([
    ['https://a.example/*', [], true],
    ['https://a.example/*', ['https://a.example/*'], false],
    ['https://a.example/*', ['http://a.example/*'], true],
    ['https://a.example/*', ['*://a.example/*'], false],
    ['https://a.example/*', ['<all_urls>'], false],
    ['https://a.example/*', ['https://*/*'], false],
    ['https://a.b.example/*', ['https://*.b.example/*'], false],
    ['https://b.example/*', ['https://*.b.example/*'], false],
    ['https://*.b.example/*', ['https://*.b.example/*'], false],
    ['https://*.b.example/*', ['https://b.example/*'], true],
    ['https://ab.example/*', ['https://*.b.example/*'], true],
  ])('%s with %o', (wanted, granted, missing) => {
    expect(missingPatterns([wanted], granted)).toEqual(missing ? [wanted] : []);
  });
});

test('loopback is recognised with any scheme and port', () => {
  expect(
    ['*://localhost/*', 'http://127.0.0.1/*', '*://[::1]/*', 'http://127.0.0.1:*/*'].every(isLoopbackPattern),
  ).toBe(true);
  expect(isLoopbackPattern('http://127.0.0.1.example/*')).toBe(false);
});

test('a pattern’s host is what people read', () => {
  expect(hostOfPattern('https://*.connectpay.com/*')).toBe('*.connectpay.com');
  expect(hostOfPattern('<all_urls>')).toBe('<all_urls>');
});
