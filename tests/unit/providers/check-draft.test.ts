import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft, type Draft } from '../../../lib/providers/check-draft.ts';
import { connectpay } from '../../../lib/providers/connectpay.ts';
import { openid } from '../../../lib/providers/openid.ts';
import { PROFILES } from '../../../lib/providers/registry.ts';
import { ALIASES } from '../support/catalogue.ts';

const endpoint = 'https://op.example/auth';
const OPENID = {
  response_type: 'code',
  client_id: 'c',
  redirect_uri: 'https://client.example/cb',
  scope: 'openid',
  state: 'x'.repeat(32),
};

const problems = (draft: Partial<Draft>) =>
  checkDraft({ profile: openid, endpoint, values: OPENID, extras: [], ...draft }, ALIASES).map(
    ({ parameter, code, message }) => ({ parameter, code, message }),
  );

test('a sound draft has no problem', () => {
  expect(problems({})).toEqual([]);
});

describe('the endpoint', () => {
  test.each([
    ['', 'endpoint-missing', 'The authorization endpoint is empty.'],
    [
      'op.example',
      'endpoint-not-http',
      'The authorization endpoint “op.example” is no http or https address.',
    ],
    [
      'javascript:alert(1)',
      'endpoint-not-http',
      'The authorization endpoint “javascript:alert(1)” is no http or https address.',
    ],
    [
      'https://op.example/a#b',
      'endpoint-fragment',
      'The authorization endpoint “https://op.example/a#b” has a fragment.',
    ],
    [
      'http://op.example/a',
      'endpoint-not-https',
      'The authorization endpoint “http://op.example/a” is not encrypted.',
    ],
  ])('%s', (given, code, message) => {
    expect(problems({ endpoint: given })).toEqual([{ parameter: undefined, code, message }]);
  });

  test('http is fine on loopback', () => {
    expect(problems({ endpoint: 'http://[::1]:4603/auth' })).toEqual([]);
  });
});

describe('what one value demands of another', () => {
  test('an id_token in the callback needs a nonce', () => {
    expect(problems({ values: { ...OPENID, response_type: 'code id_token' } })).toEqual([
      {
        parameter: 'nonce',
        code: 'nonce-missing',
        message: 'nonce is empty, but response_type “code id_token” asks for an id_token in the callback.',
      },
    ]);
  });

  test('tokens do not belong in the query', () => {
    const values = { ...OPENID, response_type: 'code id_token', nonce: 'n', response_mode: 'query' };
    expect(problems({ values })).toEqual([
      {
        parameter: 'response_mode',
        code: 'tokens-in-query',
        message:
          'response_mode “query” would put what response_type “code id_token” asks for into the query.',
      },
    ]);
  });

  test('a challenge without its method counts as plain', () => {
    expect(
      problems({ values: { ...OPENID, code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' } }),
    ).toEqual([
      {
        parameter: 'code_challenge_method',
        code: 'challenge-plain',
        message: 'code_challenge_method is empty, so that code_challenge counts as plain.',
      },
    ]);
  });

  test('something must tie the callback to the request', () => {
    expect(problems({ values: { ...OPENID, state: '' } })).toEqual([
      {
        parameter: 'state',
        code: 'unbound',
        message: 'state, nonce and code_challenge are all empty: the callback is tied to no request.',
      },
    ]);
  });
});

describe('extra parameters', () => {
  test.each([
    ['client_secret', 'secret-in-url', 'client_secret must not stand in a URL.'],
    ['state', 'repeated', 'state would stand twice.'],
    ['redirect_url', 'other-name', 'OpenID calls it redirect_uri, not redirect_url.'],
  ])('%s', (name, code, message) => {
    expect(problems({ extras: [{ name, value: 'x' }] })).toEqual([{ parameter: name, code, message }]);
  });

  test('ConnectPay calls redirect_uri redirect_url', () => {
    const found = problems({ profile: connectpay, extras: [{ name: 'redirect_uri', value: 'x' }] });
    expect(found).toContainEqual({
      parameter: 'redirect_uri',
      code: 'other-name',
      message: 'ConnectPay calls it redirect_url, not redirect_uri.',
    });
  });

  test('a value without a name is left out, and that is said', () => {
    expect(problems({ extras: [{ name: '', value: 'x' }] })).toEqual([
      { parameter: undefined, code: 'nameless', message: 'The extra value “x” has no name and is left out.' },
    ]);
    expect(problems({ extras: [{ name: '', value: '' }] })).toEqual([]);
  });
});

test('whatever is typed, there is an answer and every problem has a sentence and a remedy', () => {
  const text = fc.string({ unit: 'binary' });
  const names = [...new Set(PROFILES.flatMap(({ parameters }) => parameters.map(({ name }) => name)))];
  const values = fc.dictionary(fc.oneof(fc.constantFrom(...names), text), text);
  const extras = fc.array(fc.record({ name: text, value: text }));
  fc.assert(
    fc.property(fc.constantFrom(...PROFILES), text, values, extras, (profile, anywhere, given, more) => {
      for (const problem of checkDraft(
        { profile, endpoint: anywhere, values: given, extras: more },
        ALIASES,
      )) {
        expect(problem.message).toMatch(/\.$/);
        expect(problem.remedy).not.toBe('');
      }
    }),
  );
});
