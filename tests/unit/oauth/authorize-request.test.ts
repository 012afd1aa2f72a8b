import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthorizeRequest } from '../../../lib/oauth/authorize-request.ts';
import { ALIASES } from '../support/catalogue.ts';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const object = (claims: object): string => `${encode({ alg: 'PS256', kid: 'k' })}.${encode(claims)}.c2ln`;

describe('readAuthorizeRequest', () => {
  it('reads the parameters of a query', () => {
    const url =
      'https://as.example/authorize?response_type=code&client_id=c1&scope=openid%20profile&state=s1';
    const request = readAuthorizeRequest({ url }, ALIASES);
    expect(request?.values).toEqual({
      response_type: { name: 'response_type', value: 'code', source: 'query' },
      client_id: { name: 'client_id', value: 'c1', source: 'query' },
      scope: { name: 'scope', value: 'openid profile', source: 'query' },
      state: { name: 'state', value: 's1', source: 'query' },
    });
  });

  it('lets the claims of a request object win over parameters outside of it', () => {
    const inner = object({ client_id: 'inner', redirect_uri: 'https://app.example/cb' });
    const request = readAuthorizeRequest(
      { url: `https://as.example/?client_id=outer&request=${inner}&state=s1` },
      ALIASES,
    );
    expect(request?.values.client_id).toEqual({
      name: 'client_id',
      value: 'inner',
      source: 'request object',
    });
    expect(request?.values.state).toEqual({ name: 'state', value: 's1', source: 'query' });
    expect(request?.requestObject?.kind).toBe('jws');
  });

  it('reads a POST', () => {
    const body = {
      kind: 'form',
      fields: [
        ['response_type', 'code'],
        ['client_id', 'c1'],
      ],
    } as const;
    expect(
      readAuthorizeRequest({ url: 'https://as.example/authorize', method: 'POST', body }, ALIASES)?.values
        .client_id?.source,
    ).toBe('form');
  });

  it.each([
    ['without response_type', 'https://as.example/?client_id=c1&redirect_uri=https%3A%2F%2Fapp.example'],
    ['without client_id', 'https://as.example/?response_type=code&redirect_uri=https%3A%2F%2Fapp.example'],
    ['of a pushed request', 'https://as.example/?client_id=c1&request_uri=urn%3Ax'],
  ])('sees a request %s', (_, url) => {
    expect(readAuthorizeRequest({ url }, ALIASES)).toBeDefined();
  });

  it.each([
    ['a callback', 'https://app.example/cb?code=1&state=2'],
    ['a page', 'https://app.example/?client_id=42'],
    ['a chart', 'https://app.example/?response_type=json&client_id=1'],
  ])('takes %s for something else', (_, url) => {
    expect(readAuthorizeRequest({ url }, ALIASES)).toBeUndefined();
  });

  it('never throws, whatever the URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const request = readAuthorizeRequest(
          { url: `https://a.example/?response_type=code&client_id=1&${text}` },
          ALIASES,
        );
        expect(request?.method).toBe('GET');
      }),
    );
  });
});
