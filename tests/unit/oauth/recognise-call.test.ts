import { describe, expect, it } from 'vitest';
import { recogniseCall } from '../../../lib/oauth/recognise-call.ts';

const fields = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => ({ name, value }));

describe('recogniseCall', () => {
  it('knows a token request by its grant, whatever the path', () => {
    const body = fields(['grant_type', 'authorization_code'], ['code', 'abc']);
    expect(recogniseCall({ method: 'POST', url: 'https://op.example/any', fields: body })).toBe('token');
    expect(recogniseCall({ method: 'GET', url: 'https://op.example/token', fields: body })).toBeUndefined();
    expect(
      recogniseCall({ method: 'POST', url: 'https://op.example/token', fields: fields(['grant_type', '']) }),
    ).toBeUndefined();
  });

  it('knows revocation and introspection by their token and path', () => {
    const body = fields(['token', 'abc']);
    const of = (path: string) =>
      recogniseCall({ method: 'POST', url: `https://op.example${path}`, fields: body });
    expect(['/oauth/revoke', '/token/revocation', '/introspect', '/search'].map(of)).toEqual([
      'revocation',
      'revocation',
      'introspection',
      undefined,
    ]);
  });

  it('knows a UserInfo request by its bearer token and path', () => {
    const of = (authorization: string, url = 'https://op.example/userinfo?x=1') =>
      recogniseCall({ method: 'GET', url, fields: [], authorization });
    expect(of('Bearer abc')).toBe('userinfo');
    expect(of('DPoP abc')).toBe('userinfo');
    expect(of('Basic abc')).toBeUndefined();
    expect(of('Bearer abc', 'https://api.example/accounts')).toBeUndefined();
  });

  it('leaves a login form and every other scheme alone', () => {
    const login = fields(['username', 'me'], ['password', 'secret'], ['token', 'csrf']);
    expect(recogniseCall({ method: 'POST', url: 'https://op.example/login', fields: login })).toBeUndefined();
    expect(
      recogniseCall({ method: 'POST', url: 'data:,x', fields: fields(['grant_type', 'password']) }),
    ).toBeUndefined();
  });
});
