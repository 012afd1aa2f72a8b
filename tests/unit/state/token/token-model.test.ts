import { describe, expect, test } from 'vitest';
import { createTokenModel, type TokenModel, verdictOn } from '../../../../lib/state/token/token-model.ts';

const HEADER = 'eyJhbGciOiJSUzI1NiJ9';
const ONE = `${HEADER}.eyJzdWIiOiJvbmUifQ.c2ln`;
const TWO = `${HEADER}.eyJzdWIiOiJ0d28ifQ.c2ln`;

function modelOf(text: string): TokenModel {
  const model = createTokenModel();
  model.open(text);
  return model;
}

const nest = (token: string): string =>
  `${HEADER}.${Buffer.from(JSON.stringify({ claims: { request: token } })).toString('base64url')}.c2ln`;

describe('what can be said without verifying', () => {
  test.each([
    ['', 'Not verified: there is no token yet'],
    [ONE, 'Not verified: open the Token tab to verify the signature'],
    [`${ONE}.x.y`, /^Malformed: /],
    [HEADER, 'Malformed: A token has 3 parts (JWS) or 5 (JWE) between dots; this text has 1.'],
    [`${ONE}=`, 'Malformed: The signature ends in “=”.'],
  ])('%j', (text, expected) => {
    expect(verdictOn(modelOf(text).decoded.value)).toMatch(expected);
  });
});

describe('several tokens', () => {
  test('the first is shown, another can be chosen, and places count from the whole text', () => {
    const model = modelOf(`a=${ONE}&b=${TWO}`);
    expect(model.found.value.map(({ token, found }) => [found, token])).toEqual([
      ['a', ONE],
      ['b', TWO],
    ]);
    expect(model.shown.value.payload).toEqual({ sub: 'one' });
    model.choice.value = 1;
    expect(model.shown.value.payload).toEqual({ sub: 'two' });
    const [header] = model.decoded.value.segments;
    expect(model.text.value.slice(header?.start, header?.end)).toBe(HEADER);
  });

  test('a new text begins with its first token', () => {
    const model = modelOf(`${ONE} ${TWO}`);
    model.choice.value = 1;
    model.open(`${TWO} ${ONE}`);
    expect(model.shown.value.payload).toEqual({ sub: 'two' });
  });
});

describe('tokens inside of a token', () => {
  test('are listed at every depth, and each can be shown', () => {
    const model = modelOf(nest(nest(ONE)));
    expect(model.inside.value).toEqual([
      { key: '0', path: 'claims.request', depth: 1 },
      { key: '0.0', path: 'claims.request', depth: 2 },
    ]);
    expect(model.shown.value).toBe(model.decoded.value);
    model.inner.value = '0.0';
    expect(model.shown.value.payload).toEqual({ sub: 'one' });
  });

  test('a new text shows its outer token again', () => {
    const model = modelOf(nest(ONE));
    model.inner.value = '0';
    model.open(TWO);
    expect(model.inner.value).toBe('');
    expect(model.shown.value.payload).toEqual({ sub: 'two' });
  });
});

test('opening a token with expectations fills them and goes back to decoding', () => {
  const model = modelOf('');
  model.mode.value = 'sign';
  model.open(ONE, { issuer: 'https://issuer.example', audience: 'client', nonce: 'n', state: '' });
  expect(model.mode.value).toBe('decode');
  expect(model.expected.value.audience).toBe('client');
  model.open(TWO);
  expect(model.expected.value.audience).toBe('client');
});
