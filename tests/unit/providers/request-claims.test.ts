import { describe, expect, test } from 'vitest';
import { leatherback } from '../../../lib/providers/leatherback.ts';
import { oauth } from '../../../lib/providers/oauth.ts';
import { openid } from '../../../lib/providers/openid.ts';
import { requestClaims } from '../../../lib/providers/request-claims.ts';

const facts = { now: 1_700_000_000_999, id: 'jti-1', audience: 'https://op.example' };

describe('requestClaims', () => {
  test('Leatherback: the claims of its document, in its order, without state', () => {
    const values = {
      response_type: 'code id_token',
      client_id: 'D464C9D7862744839A583821379DF260',
      redirect_uri: 'http://127.0.0.1:4610/callback',
      scope: 'accounts',
      openbanking_intent_id: '59189091-545b-40de-93a3-4166c9ae2d90',
      state: 's',
    };
    expect(JSON.stringify(requestClaims(leatherback, values, [], facts))).toBe(
      '{"response_type":"code id_token","client_id":"D464C9D7862744839A583821379DF260",' +
        '"redirect_uri":"http://127.0.0.1:4610/callback","scope":"accounts",' +
        '"claims":{"id_token":{"openbanking_intent_id":{"value":"59189091-545b-40de-93a3-4166c9ae2d90"}}}}',
    );
  });

  test('OpenID: every parameter and who made it, for whom and when (RFC 9101 section 4)', () => {
    const values = {
      response_type: 'code',
      client_id: 'c',
      max_age: '60',
      claims: '{"id_token":{"acr":null}}',
      state: 's',
      request_uri: 'urn:x',
      prompt: '',
    };
    expect(requestClaims(openid, values, [], facts)).toEqual({
      response_type: 'code',
      client_id: 'c',
      max_age: 60,
      claims: { id_token: { acr: null } },
      state: 's',
      iss: 'c',
      aud: 'https://op.example',
      iat: 1_700_000_000,
      nbf: 1_700_000_000,
      exp: 1_700_000_300,
      jti: 'jti-1',
    });
  });

  test('extra claims stand beside them and may replace them; times become numbers', () => {
    const extras = [
      { name: 'exp', value: '1700000060', in: 'request object' },
      { name: 'custom', value: '7', in: 'request object' },
      { name: 'outside', value: 'x', in: 'query' },
      { name: '__proto__', value: 'x', in: 'request object' },
    ] as const;
    const claims = requestClaims(leatherback, {}, extras, facts);
    expect(JSON.stringify(claims)).toBe('{"exp":1700000060,"custom":"7","__proto__":"x"}');
    expect(Object.getPrototypeOf(claims)).toBe(Object.prototype);
  });

  test('text that is no number or JSON stays text', () => {
    const claims = requestClaims(openid, { max_age: 'soon', claims: '{' }, [], facts);
    expect(claims).toMatchObject({ max_age: 'soon', claims: '{' });
  });

  test('a profile without a request object has no claims', () => {
    expect(requestClaims(oauth, { client_id: 'c' }, [], facts)).toEqual({});
  });
});
