import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallbackText } from '../../../lib/oauth/read-callback-text.ts';
import { ALIASES } from '../support/catalogue.ts';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const JARM = `${encode({ alg: 'PS256' })}.${encode({ code: 'c1', state: 's1', iss: 'https://as.test' })}.c2ln`;
const URL_TEXT = 'https://app.test/cb?code=c1&state=s1';

describe('a pasted callback', () => {
  it.each([
    ['a URL', URL_TEXT, { url: URL_TEXT, method: 'GET' }],
    ['a URL in quotes', `"${URL_TEXT}"`, { url: URL_TEXT, method: 'GET' }],
    ['a URL in angle brackets', ` <${URL_TEXT}> `, { url: URL_TEXT, method: 'GET' }],
    ['a URL broken into lines', 'https://app.test/cb?code=\n  c1&state=s1', { url: URL_TEXT, method: 'GET' }],
    ['a URL without its scheme', 'app.test/cb?code=c1&state=s1', { url: URL_TEXT, method: 'GET' }],
    [
      'an application’s own scheme',
      'com.example.app:/cb?code=c1&state=s1',
      { url: 'com.example.app:/cb?code=c1&state=s1', method: 'GET' },
    ],
    [
      'a URL with a fragment',
      'https://app.test/cb#code=c1&id_token=e.e.e',
      { url: 'https://app.test/cb#code=c1&id_token=e.e.e', method: 'GET' },
    ],
    ['a fragment', '#code=c1&state=s1', { url: '#code=c1&state=s1', method: 'GET' }],
    ['a query', '?error=access_denied&state=s1', { url: '?error=access_denied&state=s1', method: 'GET' }],
    [
      'a form_post body',
      'code=c1&state=s1',
      { url: '', method: 'POST', body: { kind: 'text', text: 'code=c1&state=s1' } },
    ],
    ['a response token', JARM, { url: `?response=${JARM}`, method: 'GET' }],
    [
      'a whole form_post request',
      'POST /cb HTTP/1.1\r\nHost: app.test\r\n\r\ncode=c1&state=s1',
      { url: 'http://app.test/cb', method: 'POST', body: { kind: 'text', text: 'code=c1&state=s1' } },
    ],
    [
      'a whole GET request without a host',
      'GET /cb?code=c1&state=s1 HTTP/1.1\n\n',
      { url: '?code=c1&state=s1', method: 'GET' },
    ],
  ])('is taken from %s', (_, text, callback) => {
    expect(readCallbackText(text, ALIASES)).toEqual({ ok: true, callback });
  });

  it.each([
    ['', 'nothing'],
    ['hello', 'no-callback'],
    ['javascript:alert(1)//?code=c1&state=s1', 'no-callback'],
    ['{"authorizationCode":"c1","state":"s1"}', 'no-callback'],
    ['https://app.test/cb', 'no-answer'],
    ['https://app.test/cb?state=s1', 'no-answer'],
    ['https://as.test/authorize?response_type=code&client_id=c&state=s1', 'authorize-request'],
    [`https://app.test/cb?code=${'x'.repeat(1_000_000)}`, 'too-long'],
  ])('is refused in %.50s with the reason', (text, code) => {
    const read = readCallbackText(text, ALIASES);
    expect(read.ok ? undefined : read.failure.code).toBe(code);
    if (!read.ok)
      expect([read.failure.message, read.failure.remedy].every((words) => words.length > 10)).toBe(true);
  });

  it('is never an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readCallbackText(text, ALIASES).ok === 'boolean'));
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (url) => typeof readCallbackText(url, ALIASES).ok === 'boolean',
      ),
    );
  });
});
