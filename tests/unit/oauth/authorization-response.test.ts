import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthorizationResponse } from '../../../lib/oauth/authorization-response.ts';
import { isResponseByItself } from '../../../lib/oauth/response-by-itself.ts';
import { ALIASES } from '../support/catalogue.ts';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const JARM = `${encode({ alg: 'PS256' })}.${encode({ iss: 'https://as.example', code: 'abc', state: 's1' })}.c2ln`;
const values = (url: string, method?: string, fields?: [string, string][]) => {
  const response = readAuthorizationResponse(
    {
      url,
      method,
      ...(fields && { kind: 'form', fields } ? { body: fields && { kind: 'form', fields } } : {}),
    },
    ALIASES,
  );
  return [
    response.channel,
    Object.fromEntries(Object.entries(response.values).map(([name, { value }]) => [name, value])),
  ];
};

describe('readAuthorizationResponse', () => {
  it('reads a query', () => {
    expect(values('https://app.example/cb?code=abc&state=s1')).toEqual([
      'query',
      { code: 'abc', state: 's1' },
    ]);
  });

  it('reads a fragment, also one that looks like a route', () => {
    expect(values('https://app.example/cb#code=abc&state=s1')).toEqual([
      'fragment',
      { code: 'abc', state: 's1' },
    ]);
    expect(values('https://app.example/#/?code=abc&state=s1')).toEqual([
      'fragment',
      { code: 'abc', state: 's1' },
    ]);
  });

  it('reads a form_post body', () => {
    const answer = values('https://app.example/cb', 'POST', [
      ['code', 'abc'],
      ['state', 's1'],
    ]);
    expect(answer).toEqual(['form_post', { code: 'abc', state: 's1' }]);
  });

  it.each([
    ['query.jwt', `https://app.example/cb?response=${JARM}`],
    ['fragment.jwt', `https://app.example/cb#response=${JARM}`],
  ])('unfolds a JARM response by %s', (channel, url) => {
    expect(values(url)).toEqual([
      channel,
      { response: JARM, iss: 'https://as.example', code: 'abc', state: 's1' },
    ]);
  });

  it('unfolds a JARM response by form_post.jwt', () => {
    expect(values('https://app.example/cb', 'POST', [['response', JARM]])[0]).toBe('form_post.jwt');
  });

  it('reads an application’s own scheme', () => {
    const response = readAuthorizationResponse({ url: 'myapp://callback?code=abc&state=s1' }, ALIASES);
    expect(response).toMatchObject({ channel: 'query', customScheme: true });
  });

  it('keeps what stands beside the channel that answers', () => {
    const response = readAuthorizationResponse(
      { url: 'https://app.example/cb?utm=1#code=abc&state=s1' },
      ALIASES,
    );
    expect(response.channel).toBe('fragment');
    expect(response.others.map(({ name }) => name)).toEqual(['utm']);
  });

  it('has no channel when nothing answers', () => {
    expect(values('https://app.example/cb?utm=1')).toEqual(['none', {}]);
  });

  it('never throws, whatever the URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readAuthorizationResponse({ url: text }, ALIASES).channel).toBeTypeOf('string');
        expect(readAuthorizationResponse({ url: `https://a.example/?${text}` }, ALIASES).customScheme).toBe(
          false,
        );
      }),
    );
  });
});

describe('isResponseByItself', () => {
  it.each([
    ['https://app.example/cb?code=abc&state=s1', true],
    ['https://app.example/cb?authorizationCode=abc', true],
    ['https://app.example/cb?code=abc', false],
    ['https://app.example/cb?error=access_denied&state=s1', true],
    ['https://app.example/cb?error=not-found', false],
    ['https://app.example/cb#access_token=t&token_type=Bearer', true],
    [`https://app.example/cb?response=${JARM}`, true],
    ['https://app.example/cb?response=ok', false],
    ['https://app.example/cb?state=s1', false],
  ])('%s → %s', (url, expected) => {
    expect(isResponseByItself(readAuthorizationResponse({ url }, ALIASES))).toBe(expected);
  });
});
