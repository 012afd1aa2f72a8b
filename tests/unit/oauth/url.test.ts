import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtRedirectUri } from '../../../lib/oauth/redirect-uri.ts';
import { hostOf, originOf, resolveLocation, splitUrl } from '../../../lib/oauth/url.ts';

describe('splitUrl', () => {
  it('cuts at the first “?” before the first “#”', () => {
    expect(splitUrl('https://a.example/p?x=1?2#y?z')).toEqual({
      base: 'https://a.example/p',
      query: 'x=1?2',
      fragment: 'y?z',
    });
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { base, query, fragment } = splitUrl(text);
        const query2 = query === undefined ? '' : `?${query}`;
        expect(base + query2 + (fragment === undefined ? '' : `#${fragment}`)).toBe(text);
      }),
    );
  });
});

describe('resolveLocation', () => {
  it.each([
    ['/next', 'https://a.example/p#kept', 'https://a.example/next#kept'],
    ['/next#own', 'https://a.example/p#lost', 'https://a.example/next#own'],
    ['myapp://callback?code=1', 'https://a.example/', 'myapp://callback?code=1'],
    ['https://[bad', 'https://a.example/', undefined],
  ])('%s from %s', (location, from, expected) => {
    expect(resolveLocation(location, from)).toBe(expected);
  });
});

describe('origin and host', () => {
  it('are known for an application’s own scheme', () => {
    expect(originOf('myapp://callback?code=1')).toBe('myapp://callback');
    expect(hostOf('com.example.app:/callback')).toBe('com.example.app:');
    expect(originOf('rubbish')).toBe('');
  });
});

describe('isAtRedirectUri', () => {
  it.each([
    ['https://app.example/cb?code=1', 'https://app.example/cb', true],
    ['https://app.example/cb#code=1', 'https://APP.example:443/cb', true],
    ['https://app.example/?code=1', 'https://app.example', true],
    ['https://app.example/cb/?code=1', 'https://app.example/cb', false],
    ['https://app.example/CB?code=1', 'https://app.example/cb', false],
    ['http://app.example/cb?code=1', 'https://app.example/cb', false],
    ['http://127.0.0.1:1/cb?code=1', 'http://127.0.0.1:2/cb', false],
    ['https://app.example/cb?tenant=1&code=1', 'https://app.example/cb?tenant=1', true],
    ['https://app.example/cb?code=1', 'https://app.example/cb?tenant=1', false],
    ['myapp://callback?code=1', 'myapp://callback', true],
    ['com.example.app:/cb?code=1', 'com.example.app:/cb', true],
    ['https://app.example/cb?code=1', '', false],
  ])('%s is at %s: %s', (url, redirectUri, expected) => {
    expect(isAtRedirectUri(url, redirectUri)).toBe(expected);
  });
});
