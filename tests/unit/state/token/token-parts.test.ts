import { describe, expect, test } from 'vitest';
import { claimChecks } from '../../../../lib/state/token/token-claim-checks.ts';
import { readSpan } from '../../../../lib/state/token/token-claim-values.ts';
import { TOKEN_COPIES } from '../../../../lib/state/token/token-copies.ts';
import { expectationsOf, NO_EXPECTATIONS } from '../../../../lib/state/token/token-expectations.ts';
import { readObjectText, setMember } from '../../../../lib/state/token/token-json.ts';
import { looksPrivate } from '../../../../lib/state/token/token-key-input.ts';
import { shownTime } from '../../../../lib/state/token/token-time.ts';
import { readInstant, readOptions } from '../../../../lib/state/token/token-verify-options.ts';
import { flowWith } from '../../support/flow-with.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const NOTHING = { now: '', tolerance: '', algorithms: '', payload: '' };

describe('readOptions', () => {
  test('reads every field', () => {
    const read = readOptions(
      { now: '2026-01-31T12:00:00Z', tolerance: '60', algorithms: 'PS256, ES256', payload: 'p' },
      { ...NO_EXPECTATIONS, issuer: 'i', audience: 'a', nonce: 'n' },
    );
    expect(read.faults).toEqual({});
    expect(read.options).toEqual({
      now: 1_769_860_800_000,
      clockTolerance: 60,
      algorithms: ['PS256', 'ES256'],
      issuer: 'i',
      audience: ['a'],
      nonce: 'n',
      payload: 'p',
    });
  });

  test('takes rubbish for nothing, and says so', () => {
    const read = readOptions(
      { ...NOTHING, now: 'noon', tolerance: '-1', algorithms: 'PS257' },
      NO_EXPECTATIONS,
    );
    expect(read.options).toEqual({});
    expect(Object.keys(read.faults)).toEqual(['now', 'tolerance', 'algorithms']);
  });

  test.each([
    ['', undefined],
    ['0', 0],
    ['1300819380', 1_300_819_380_000],
    ['1300819380000', 1_300_819_380_000],
    ['2011-03-22 18:43:00Z', 1_300_819_380_000],
    ['2026-13-45', Number.NaN],
    ['yesterday', Number.NaN],
  ])('an instant: %j', (text, expected) => {
    expect(readInstant(text)).toBe(expected);
  });
});

describe('shownTime', () => {
  const local = (): string => 'local';
  test.each([
    ['exp', 100, 'expires in 1 min 40 s', false],
    ['exp', -59, 'expired 59 s ago', true],
    ['nbf', 3_600, 'valid in 1 h 00 min', false],
    ['nbf', -3, 'valid for 3 s already', true],
    ['iat', -86_400, 'issued 1 d 0 h ago', true],
  ])('%s %i s away', (name, seconds, relative, passed) => {
    const now = 1_700_000_000_000;
    expect(shownTime(name, now / 1_000 + seconds, now, local)).toEqual({
      local: 'local',
      utc: new Date(now + seconds * 1_000).toISOString().replace('.000Z', 'Z'),
      relative,
      passed,
    });
  });

  test('says why a time is none', () => {
    expect(shownTime('exp', 'soon', 0)).toBe('This is no number of seconds since 1970 (RFC 7519 section 2).');
    expect(shownTime('exp', 1_700_000_000_000, 0)).toMatch(
      /^This is in milliseconds, meaning 2023-11-14T22:13:20/,
    );
    expect(shownTime('sub', 1, 0)).toBeUndefined();
  });
});

describe('readObjectText', () => {
  test.each([
    ['{"a":1}', { object: { a: 1 } }],
    [
      '{"a":',
      {
        fault: {
          message: 'This is not JSON: at line 1, column 6 a value is expected, but the text ends there.',
          offset: 5,
        },
      },
    ],
    ['[]', { fault: { message: 'This is JSON, but not an object: write it inside of { }.', offset: 0 } }],
  ])('%j', (text, expected) => {
    expect(readObjectText(text)).toEqual(expected);
  });

  test('marks the later of two names, and keeps the object', () => {
    const { object, fault } = readObjectText('{"a":1,"a":2}');
    expect(object).toEqual({ a: 2 });
    expect(fault?.offset).toBe(7);
  });
});

test('setMember keeps the order and leaves what is no object alone', () => {
  expect(setMember('{"a":1,"b":2}', 'a', 3)).toBe('{\n  "a": 3,\n  "b": 2\n}');
  expect(setMember('', 'a', 1)).toBe('{\n  "a": 1\n}');
  expect(setMember('{"a"', 'a', 1)).toBe('{"a"');
});

test.each([
  ['90', 90],
  ['5 m', 300],
  ['5min', 300],
  ['1 h', 3_600],
  ['-2 d', -172_800],
  ['soon', undefined],
  ['', undefined],
])('a span of %j', (text, expected) => {
  expect(readSpan(text)).toBe(expected);
});

test('a token is copied in every form', () => {
  expect(TOKEN_COPIES.map(({ label, write }) => [label, write("a.b'c")])).toEqual([
    ['Token', "a.b'c"],
    ['request=', "request=a.b'c"],
    ['Authorization: Bearer', "Authorization: Bearer a.b'c"],
    ['DAuth:', "DAuth: a.b'c"],
    ['curl', "curl -H 'Authorization: Bearer a.b'\\''c' https://api.example/"],
  ]);
});

test.each([
  ['', false],
  ['{"kty":"RSA","n":"AQAB","e":"AQAB"}', false],
  ['{"kty":"RSA","d":"AQAB"}', true],
  ['{"kty":"oct", "k" : "AAAA"}', true],
  ['-----BEGIN CERTIFICATE-----', false],
  ['-----BEGIN ENCRYPTED PRIVATE KEY-----', true],
  ['a secret', true],
])('whether %j is masked', (text, expected) => {
  expect(looksPrivate(text)).toBe(expected);
});

describe('expectationsOf', () => {
  const AUTHORIZE =
    'https://as.example/authorize?client_id=client&nonce=n&state=s&response_type=code&request=eyJhbGciOiJub25lIn0.e30.';
  const flow = onlyFlow(
    new Story()
      .request(AUTHORIZE)
      .redirect(AUTHORIZE, 302, 'https://app.example/cb?code=x&state=s&iss=https%3A%2F%2Fissuer.example'),
  );

  test('of a token that was issued: nonce, client, issuer and state', () => {
    expect(expectationsOf(flow, 'x.y.z')).toEqual({
      issuer: 'https://issuer.example',
      audience: 'client',
      nonce: 'n',
      state: 's',
    });
  });

  test('of the request object: the client as its issuer', () => {
    expect(expectationsOf(flow, 'eyJhbGciOiJub25lIn0.e30.')).toEqual({
      ...NO_EXPECTATIONS,
      issuer: 'client',
    });
  });

  test('of a flow that knows nothing: nothing', () => {
    expect(expectationsOf(flowWith(), 'x.y.z')).toEqual(NO_EXPECTATIONS);
  });
});

test('a state claim is checked when a state was sent', () => {
  const expected = { ...NO_EXPECTATIONS, state: 'sent' };
  expect(claimChecks({ state: 'sent' }, {}, expected)).toEqual([
    { claim: 'state', ok: true, message: 'state is “sent”.' },
  ]);
  expect(claimChecks({ state: 'other' }, {}, expected)).toEqual([
    { claim: 'state', ok: false, message: 'state is "other"; “sent” was expected.' },
  ]);
  expect(claimChecks({}, {}, expected)).toEqual([]);
});
