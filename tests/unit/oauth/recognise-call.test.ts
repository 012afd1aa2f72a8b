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
    expect(of('Bearer abc', 'https://api.example/accounts')).toBe('resource');
    expect(of('', 'https://api.example/accounts?access_token=abc')).toBe('resource');
    expect(of('', 'https://api.example/accounts')).toBeUndefined();
  });

  it('knows requests that come before a sign-in by their fields and paths', () => {
    const of = (path: string, ...names: readonly string[]) =>
      recogniseCall({
        method: 'POST',
        url: `https://op.example${path}`,
        fields: names.map((name) => ({ name, value: 'x' })),
      });
    expect(of('/as/anything', 'client_id', 'response_type')).toBe('par');
    expect(of('/as/par', 'request')).toBe('par');
    expect(of('/device_authorization', 'client_id', 'scope')).toBe('device');
    expect(of('/device/auth', 'client_id')).toBe('device');
    expect(of('/backchannel', 'scope', 'login_hint')).toBe('ciba');
    expect(of('/connect/register', 'redirect_uris')).toBe('registration');
    expect(of('/session/end', 'id_token_hint')).toBe('logout');
    expect(of('/register', 'email', 'password')).toBeUndefined();
    expect(of('/logout', 'csrf')).toBeUndefined();
    expect(of('/devices', 'client_id')).toBeUndefined();
  });

  it('knows key sets and metadata by their paths', () => {
    const of = (path: string) =>
      recogniseCall({ method: 'GET', url: `https://op.example${path}`, fields: [] });
    expect(['/jwks', '/.well-known/jwks.json', '/oauth2/v3/certs', '/discovery/v2.0/keys'].map(of)).toEqual(
      Array.from({ length: 4 }, () => 'jwks'),
    );
    expect(of('/.well-known/openid-configuration')).toBe('discovery');
    expect(of('/.well-known/oauth-authorization-server/tenant')).toBe('discovery');
    expect(of('/monkeys')).toBeUndefined();
    expect(of('/keys/of/houses')).toBeUndefined();
  });

  it('leaves a login form and every other scheme alone', () => {
    const login = fields(['username', 'me'], ['password', 'secret'], ['token', 'csrf']);
    expect(recogniseCall({ method: 'POST', url: 'https://op.example/login', fields: login })).toBeUndefined();
    expect(
      recogniseCall({ method: 'POST', url: 'data:,x', fields: fields(['grant_type', 'password']) }),
    ).toBeUndefined();
  });
});
