import { describe, expect, it } from 'vitest';
import { redact } from '../../../lib/export/redact.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const token = (claims: object): string =>
  `${base64url('{"alg":"PS256"}')}.${base64url(JSON.stringify(claims))}.c2lnbmF0dXJlLW9mLWl0`;

describe('redact', () => {
  it('replaces values by what their names tell, and keeps the rest of a URL', () => {
    expect(redact('https://app.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj&scope=openid')).toBe(
      'https://app.example/cb?code=redacted-code-1-AAAAAA&state=redacted-state-1&scope=openid',
    );
  });

  it('gives the same value the same placeholder and another value another one', () => {
    expect(
      redact(['?code=one-code-value&x=1', '#code=two-code-value&x=1', '?code=one-code-value&x=2']),
    ).toEqual(['?code=redacted-code-1&x=1', '#code=redacted-code-2&x=1', '?code=redacted-code-1&x=2']);
  });

  it('keeps the length of a long value, and a UUID a UUID of its version', () => {
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const redacted = redact(`?code_challenge=${challenge}&nonce=b9e4c1d2-7a53-4f60-9c47-5f3d2e1b0a98`);
    const [, made = ''] = /code_challenge=([^&]*)/.exec(redacted) ?? [];
    expect(made).toMatch(/^redacted-challenge-1-A+$/);
    expect(made).toHaveLength(challenge.length);
    expect(redacted).toContain('nonce=00000000-0000-4000-9000-000000000001');
  });

  it('takes the signature from a token and its secret claims, and leaves the others readable', () => {
    const redacted = redact(
      `?id_token=${token({ iss: 'https://as.example', sub: 'somebody-real', nonce: 'n-0S6_WzA2Mj' })}`,
    );
    const [header, payload, signature] = redacted.slice('?id_token='.length).split('.');
    expect(Buffer.from(header ?? '', 'base64url').toString()).toBe('{"alg":"PS256"}');
    expect(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())).toEqual({
      iss: 'https://as.example',
      sub: 'redacted-person-1',
      nonce: 'redacted-nonce-1',
    });
    expect(signature).toMatch(/^redacted-signature-1-?A+$/);
  });

  it('leaves only the header of an encrypted token', () => {
    const [header, ...rest] = redact(
      `${base64url('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.a2V5a2V5.aXZpdml2.Y2lwaGVydGV4dA.dGFndGFn`,
    ).split('.');
    expect(header).toBe(base64url('{"alg":"RSA-OAEP","enc":"A256GCM"}'));
    expect(rest.every((segment) => /^redacted-sealed-\d-?A+$/.test(segment))).toBe(true);
  });

  it('keeps the subject of a client that authenticates itself, which is no person', () => {
    const redacted = redact(token({ iss: 'client-123456', sub: 'client-123456', aud: 'as' }));
    expect(Buffer.from(redacted.split('.')[1] ?? '', 'base64url').toString()).toBe(
      '{"iss":"client-123456","sub":"client-123456","aud":"as"}',
    );
  });

  it('replaces cookies and credentials and keeps their names and schemes', () => {
    expect(redact({ name: 'Cookie', value: 'sid=abcdefgh; theme=dark0000' }).value).toBe(
      'sid=redacted-cookie-1; theme=redacted-cookie-2',
    );
    expect(redact({ name: 'Set-Cookie', value: 'sid=abcdefgh; Path=/; Secure' }).value).toBe(
      'sid=redacted-cookie-1; Path=/; Secure',
    );
    expect(redact({ name: 'Authorization', value: 'Basic dXNlcjpwYXNzd29yZA==' }).value).toMatch(
      /^Basic redacted-token-1/,
    );
    expect(redact('https://user:pass-word@as.example/token')).toBe(
      'https://redacted-secret-1@as.example/token',
    );
  });

  it('keeps what everybody knows: names of parameters, error codes and a pushed request’s prefix', () => {
    expect(redact('?grant_type=authorization_code&password=password')).toBe(
      '?grant_type=authorization_code&password=password',
    );
    expect(redact('{"code":"OBP-20001","message":"no"}')).toBe('{"code":"OBP-20001","message":"no"}');
    expect(redact('?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aabcdefghij')).toBe(
      '?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aredacted-code-1',
    );
  });

  it('finds a value again in every text once it is known', () => {
    const redacted = redact({
      url: '?access_token=2YotnFZFEjr1zCsicMWpAA',
      note: 'it was 2YotnFZFEjr1zCsicMWpAA, wasn’t it',
    });
    expect(redacted.note).toBe('it was redacted-token-1-AAAAA, wasn’t it');
  });

  it('replaces the private members of a key', () => {
    expect(redact('{"kty":"EC","crv":"P-256","x":"pub","d":"private-part-of-it"}')).toBe(
      '{"kty":"EC","crv":"P-256","x":"pub","d":"redacted-secret-1"}',
    );
  });
});
