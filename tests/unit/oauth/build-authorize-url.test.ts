import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAuthorizeUrl, formEncodeParameter } from '../../../lib/oauth/build-authorize-url.ts';
import { parseParameters } from '../../../lib/oauth/parameters.ts';
import { splitUrl } from '../../../lib/oauth/url.ts';
import { connectpay } from '../../../lib/providers/connectpay.ts';
import { leatherback } from '../../../lib/providers/leatherback.ts';
import { oauth } from '../../../lib/providers/oauth.ts';
import { openid } from '../../../lib/providers/openid.ts';
import { PROFILES } from '../../../lib/providers/registry.ts';

const endpoint = 'http://127.0.0.1:4601/auth/v1/oauth2/authorize';

describe('buildAuthorizeUrl', () => {
  test('ConnectPay, in the order of the profile, with %20 for a space', () => {
    const values = {
      state: 's',
      scope: 'psd2-ais psd2-pis',
      response_type: 'code',
      client_id: '7d3069b2-0155-45c1-9600-7db93c3e5087',
      flowid: 'GetPSD2AuthCode',
      redirect_url: 'http://127.0.0.1:4610/callback',
      nonce: 'c86cc2c0-4cf3-4d2e-9b1b-6d0c63c9b0b7',
    };
    expect(buildAuthorizeUrl({ profile: connectpay, endpoint, values }).url).toBe(
      `${endpoint}?response_type=code&client_id=7d3069b2-0155-45c1-9600-7db93c3e5087&flowid=GetPSD2AuthCode` +
        '&redirect_url=http%3A%2F%2F127.0.0.1%3A4610%2Fcallback&scope=psd2-ais%20psd2-pis&state=s' +
        '&nonce=c86cc2c0-4cf3-4d2e-9b1b-6d0c63c9b0b7',
    );
  });

  test('Leatherback: request and state, claims nowhere else', () => {
    const values = { client_id: 'D464', scope: 'accounts', state: 's t' };
    const input = { profile: leatherback, endpoint: 'http://127.0.0.1:4602/', values, requestToken: 'e.y.j' };
    expect(buildAuthorizeUrl(input).url).toBe('http://127.0.0.1:4602/?request=e.y.j&state=s%20t');
  });

  test('a pushed request leaves client_id and its reference, and no request object', () => {
    const request_uri = 'urn:ietf:params:oauth:request_uri:R';
    const values = { response_type: 'code', client_id: 'c', scope: 'openid', state: 's', request_uri };
    const input = { profile: openid, endpoint, values, requestToken: 'e.y.j' };
    expect(buildAuthorizeUrl(input).url).toBe(
      `${endpoint}?client_id=c&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3AR`,
    );
    const elsewhere = { client_id: 'c', state: 's', request_uri: 'https://client.example/r' };
    expect(buildAuthorizeUrl({ profile: openid, endpoint, values: elsewhere }).url).toBe(
      `${endpoint}?client_id=c&state=s&request_uri=https%3A%2F%2Fclient.example%2Fr`,
    );
  });

  test('Leatherback without a token still shows what there is', () => {
    const input = { profile: leatherback, endpoint: 'http://127.0.0.1:4602/', values: { state: 's' } };
    expect(buildAuthorizeUrl(input).url).toBe('http://127.0.0.1:4602/?state=s');
  });

  test('OpenID signed: what section 6.1 wants outside, and the object', () => {
    const values = { response_type: 'code', client_id: 'c', scope: 'openid', state: 's', nonce: 'n' };
    const input = { profile: openid, endpoint: 'https://op.example/auth', values };
    expect(buildAuthorizeUrl({ ...input, requestToken: 'e.y.j' }).url).toBe(
      'https://op.example/auth?request=e.y.j&response_type=code&client_id=c&scope=openid',
    );
    expect(buildAuthorizeUrl(input).url).toBe(
      'https://op.example/auth?response_type=code&client_id=c&scope=openid&state=s&nonce=n',
    );
  });

  test.each([
    [
      'keeps the query of the endpoint',
      'https://as.example/a?tenant=1',
      'https://as.example/a?tenant=1&client_id=c',
    ],
    ['adds nothing after a bare question mark', 'https://as.example/a?', 'https://as.example/a?client_id=c'],
    ['adds nothing after an ampersand', 'https://as.example/a?t=1&', 'https://as.example/a?t=1&client_id=c'],
    ['goes before a fragment', 'https://as.example/a#f', 'https://as.example/a?client_id=c#f'],
    ['does without an endpoint', '', '?client_id=c'],
  ])('%s', (_, given, url) => {
    expect(buildAuthorizeUrl({ profile: oauth, endpoint: given, values: { client_id: 'c' } }).url).toBe(url);
  });

  test('leaves out empty values and unknown names (RFC 6749 section 3.1)', () => {
    const values = { client_id: '', state: 's', unknown: 'x' };
    expect(buildAuthorizeUrl({ profile: oauth, endpoint, values }).url).toBe(`${endpoint}?state=s`);
    expect(buildAuthorizeUrl({ profile: oauth, endpoint, values: {} }).url).toBe(endpoint);
  });

  test('appends extra parameters in order, repeats included', () => {
    const extras = [
      { name: 'resource', value: 'https://a.example' },
      { name: 'resource', value: 'https://b.example' },
      { name: '', value: 'nameless' },
      { name: 'empty', value: '' },
    ];
    expect(buildAuthorizeUrl({ profile: oauth, endpoint, values: {}, extras }).url).toBe(
      `${endpoint}?resource=https%3A%2F%2Fa.example&resource=https%3A%2F%2Fb.example`,
    );
  });

  test('its pieces are the URL, each parameter under its name', () => {
    const values = { client_id: 'c', state: 's' };
    const { url, segments } = buildAuthorizeUrl({ profile: oauth, endpoint: `${endpoint}#f`, values });
    expect(segments).toEqual([
      { text: endpoint },
      { text: '?' },
      { text: 'client_id=c', parameter: 'client_id' },
      { text: '&' },
      { text: 'state=s', parameter: 'state' },
      { text: '#f' },
    ]);
    expect(segments.map(({ text }) => text).join('')).toBe(url);
  });
});

describe('formEncode (RFC 6749 appendix B)', () => {
  test('the example of the appendix, with %20 for its +', () => {
    expect(formEncodeParameter(' %&+£€')).toBe('%20%25%26%2B%C2%A3%E2%82%AC');
  });

  test('leaves only letters, digits and *-._', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(formEncodeParameter(ascii).replace(/%[0-9A-F]{2}/g, '')).toMatch(/^[A-Za-z0-9*\-._]+$/);
  });

  test('an unpaired surrogate becomes U+FFFD instead of an exception', () => {
    expect(formEncodeParameter('a\ud800b')).toBe('a%EF%BF%BDb');
  });
});

describe('whatever the values are', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.webUrl());
  const extras = fc.array(fc.record({ name: text, value: text }), { maxLength: 5 });
  const profile = fc.constantFrom(...PROFILES);

  test('parsing the URL gives the same pairs', () => {
    fc.assert(
      fc.property(profile, fc.array(text), extras, (one, given, more) => {
        const values = Object.fromEntries(
          one.parameters.map(({ name }, index) => [name, given[index] ?? '']),
        );
        const { url } = buildAuthorizeUrl({ profile: one, endpoint, values, extras: more });
        const own = one.parameters
          .filter(({ place }) => place.in === 'query')
          .map(({ name }) => [name, values[name]]);
        const expected = [...own, ...more.map(({ name, value }) => [name, value])].filter(
          ([name, value]) => name !== '' && value !== '',
        );
        const parsed = parseParameters(splitUrl(url).query ?? '').map(({ name, value }) => [name, value]);
        expect(parsed).toEqual(expected);
      }),
    );
  });

  test('pieces join to the URL and nothing throws', () => {
    fc.assert(
      fc.property(profile, fc.string(), fc.dictionary(fc.string(), fc.string()), (one, anywhere, values) => {
        const built = buildAuthorizeUrl({ profile: one, endpoint: anywhere, values });
        expect(built.segments.map((segment) => segment.text).join('')).toBe(built.url);
      }),
    );
  });
});
