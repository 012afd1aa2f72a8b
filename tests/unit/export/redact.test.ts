import { describe, expect, it } from 'vitest';
import { createRedactor, redact } from '../../../lib/export/redact.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const token = (claims: object): string =>
  `${base64url('{"alg":"PS256"}')}.${base64url(JSON.stringify(claims))}.c2lnbmF0dXJlLW9mLWl0`;
const described = (value: string): string => redact({ name: 'error_description', value }).value;

describe('redact', () => {
  it('keeps what is known to be harmless of a URL, and replaces every other value', () => {
    expect(redact('https://app.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj&scope=openid')).toBe(
      'https://app.example/cb?code=redacted-code-1-22-AAA&state=redacted-state-1-11&scope=openid',
    );
    expect(
      redact(
        'https://as.example/realms/acme/protocol/openid-connect/auth?response_type=code%20id_token&client_id=abc&prompt=login&ui_locales=de&max_age=60',
      ),
    ).toBe(
      'https://as.example/realms/redacted-segment-1-4/protocol/openid-connect/auth?response_type=code%20id_token&client_id=redacted-client-1-3&prompt=login&ui_locales=de&max_age=60',
    );
  });

  it('keeps a value under a harmless name only when it is one that the name can have', () => {
    expect(
      redact('?response_type=sommer&scope=openid%20AIS%3A48213&error=hunter2&expires_in=sommer&prompt=48213'),
    ).toBe(
      '?response_type=redacted-value-1-6&scope=openid%20redacted-scope-1-9&error=redacted-value-2-7&expires_in=redacted-value-1-6&prompt=redacted-value-3-5',
    );
  });

  it('replaces names that nobody documented, which may be data', () => {
    expect(redact('?pf.pass=a&IDToken2=b&sommer=1&48213&client_id.x=c')).toBe(
      '?pf.pass=redacted-value-1-1&IDToken2=redacted-value-2-1&redacted-name-1-6=redacted-value-3-1&redacted-value-4-5&client_id.x=redacted-value-5-1',
    );
  });

  it('replaces identifiers in paths and hosts, and user info', () => {
    expect(redact('https://api.bank.example/open-banking/v3.1/aisp/accounts/22289/balances')).toBe(
      'https://api.bank.example/open-banking/v3.1/aisp/accounts/redacted-segment-1-5/balances',
    );
    expect(redact('https://d8f3kq2xz9.tenant.example:8443/oauth2/v1/authorize')).toBe(
      'https://redacted-host-1-10.tenant.example:8443/oauth2/v1/authorize',
    );
    expect(redact('https://user:pass-word@as.example/token;jsessionid=A1')).toBe(
      'https://redacted-person-1-4:redacted-secret-1-9@as.example/token;jsessionid=redacted-session-1-2',
    );
    expect(redact('http://127.0.0.1:9001/callback#!/done?otc=48213')).toBe(
      'http://127.0.0.1:9001/callback#!/done?otc=redacted-code-1-5',
    );
  });

  it('gives the same value the same placeholder and another value another one', () => {
    expect(
      redact(['?code=one-code-value&x=1', '#code=two-code-value&x=1', '?code=one-code-value&x=2']),
    ).toEqual([
      '?code=redacted-code-1-14&x=redacted-value-1-1',
      '#code=redacted-code-2-14&x=redacted-value-1-1',
      '?code=redacted-code-1-14&x=redacted-value-2-1',
    ]);
  });

  it('recognises a value that is encoded once more, in base64, or in a token, wherever it stands first', () => {
    const state = 'af0 ifjsldkj';
    const claims = (redacted: string): unknown =>
      JSON.parse(Buffer.from(redacted.split('.')[1] ?? '', 'base64url').toString());
    const redacted = redact([
      `?note=${base64url(state)}`,
      `?note=${encodeURIComponent(encodeURIComponent(encodeURIComponent(state)))}`,
      `?note=${encodeURIComponent(base64(state))}`,
      `?state=${encodeURIComponent(state)}`,
    ]);
    expect(new Set(redacted.map((url) => url.split('=')[1])).size).toBe(1);
    const inside = redact([token({ s_state: state }), `?state=${encodeURIComponent(state)}`]);
    expect(claims(inside[0] ?? '')).toEqual({ s_state: inside[1]?.split('=')[1] });
  });

  it('keeps the length of a long value, and a UUID a UUID of its version', () => {
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const redacted = redact(`?code_challenge=${challenge}&nonce=b9e4c1d2-7a53-4f60-9c47-5f3d2e1b0a98`);
    const [, made = ''] = /code_challenge=([^&]*)/.exec(redacted) ?? [];
    expect(made).toMatch(/^redacted-challenge-1-43-A+$/);
    expect(made).toHaveLength(challenge.length);
    expect(redacted).toContain('nonce=00000000-0000-4000-9000-000000000001');
  });

  it('takes the signature from a token and its secret claims, and leaves harmless ones readable', () => {
    const redacted = redact(
      `?id_token=${token({ iss: 'https://as.example', sub: 'somebody-real', exp: 1_700_000_000, sommer: 48213 })}`,
    );
    const [header, payload, signature] = redacted.slice('?id_token='.length).split('.');
    expect(Buffer.from(header ?? '', 'base64url').toString()).toBe('{"alg":"PS256"}');
    expect(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())).toEqual({
      iss: 'https://as.example',
      sub: 'redacted-person-1-13',
      exp: 1_700_000_000,
      'redacted-name-1-6': 'redacted-value-1-5',
    });
    expect(signature).toMatch(/^redacted-signature-1-\d+-?A+$/);
  });

  it('leaves only the header of an encrypted token', () => {
    const [header, ...rest] = redact(
      `${base64url('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.a2V5a2V5.aXZpdml2.Y2lwaGVydGV4dA.dGFndGFn`,
    ).split('.');
    expect(header).toBe(base64url('{"alg":"RSA-OAEP","enc":"A256GCM"}'));
    expect(rest.every((segment) => /^redacted-sealed-\d-\d+-?A+$/.test(segment))).toBe(true);
  });

  it('does not keep what a reader of JSON never sees: the first of repeated names', () => {
    expect(redact('{"error":"invalid_grant","error":"sommer","pin":"48213","pin":""}')).toBe(
      '{"error":"redacted-value-1-6","pin":""}',
    );
    const repeated = `${base64url('{"alg":"PS256","alg":"PS256","kid":"sommer","kid":""}')}.e30.`;
    expect(redact(repeated)).toBe(`${base64url('{"alg":"PS256","kid":""}')}.e30.`);
  });

  it('replaces cookies and credentials and keeps their names and schemes', () => {
    expect(redact({ name: 'Cookie', value: 'sid=abcdefgh; theme=dark0000; sommer=1' }).value).toBe(
      'sid=redacted-cookie-1-8; theme=redacted-cookie-2-8; redacted-name-1-6=redacted-cookie-3-1',
    );
    expect(redact({ name: 'Set-Cookie', value: 'sid=abcdefgh; Path=/; Secure; Path=/48213' }).value).toBe(
      'sid=redacted-cookie-1-8; Path=/; Secure; Path=redacted-cookie-2-6',
    );
    expect(redact({ name: 'Authorization', value: 'Bearer abc' }).value).toBe('Bearer redacted-token-1-3');
    const basic = redact({ name: 'Authorization', value: `Basic ${base64('user:sommer')}` }).value;
    expect(Buffer.from(basic.slice('Basic '.length), 'base64').toString()).toBe(
      'redacted-client-1-4:redacted-secret-1-6',
    );
  });

  it('keeps the known words of a description and replaces the others', () => {
    expect(described('Consent expired')).toBe('Consent expired');
    expect(described('AADSTS70008: The provided authorization code has expired.')).toBe(
      'AADSTS70008: The provided authorization code has expired.',
    );
    expect(described('The user did not consent: account 4711 of Anna (anna@x.example)')).toBe(
      'The user did not consent: account redacted-text-1-4 of redacted-text-2-4 (redacted-text-3-14)',
    );
    expect(described('sommer 48213 password:sommer invalid')).toMatch(/^redacted-text-1-36-?A*$/);
  });

  it('hides text of a form that it does not read whole: XML, lines, parts', () => {
    for (const body of [
      '<Login pin="48213"/>',
      'password: sommer\n',
      '--x\r\nname="pw"\r\n\r\nsommer\r\n--x--',
    ]) {
      expect(redact({ body }).body).toBe(`redacted-body-1-${body.length}`);
    }
  });

  it('keeps values that everybody knows: error codes and a pushed request’s prefix', () => {
    expect(redact('{"code":"OBP-20001","message":"no"}')).toBe('{"code":"OBP-20001","message":"no"}');
    expect(redact('?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aabcdefghij')).toBe(
      '?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aredacted-code-1-10',
    );
  });

  it('keeps media types and enumerated values that it knows, and no other', () => {
    const kept = {
      contentType: 'application/x-www-form-urlencoded',
      method: 'POST',
      error: 'net::ERR_FAILED',
    };
    expect(redact(kept)).toEqual(kept);
    expect(
      redact({ contentType: 'application/sommer', method: 'SOMMER', kind: 'sommer', marks: ['sommer'] }),
    ).toEqual({
      contentType: 'redacted-value-1-18',
      method: 'redacted-value-2-6',
      kind: 'redacted-value-3-6',
      marks: ['redacted-value-3-6'],
    });
  });

  it('replaces in messages what they quote and every value that was replaced elsewhere', () => {
    const { finding } = redact({
      url: '?state=sommer&code=2YotnFZFEjr1zCsicMWpAA',
      finding: {
        rule: 'CB01',
        severity: 'error',
        message:
          'state “winter” is not sommer; the code 2YotnFZFEjr1zCsicMWpAA, and alg “PS256”, 43 characters.',
        remedy: 'Send “code” once.',
        source: 'RFC 6749 section 4.1.2',
        at: { part: 'callback', parameter: 'state' },
      },
    });
    expect(finding).toEqual({
      rule: 'CB01',
      severity: 'error',
      message:
        'state “redacted-value-1-6” is not redacted-state-1-6; the code redacted-code-1-22-AAA, and alg “PS256”, 43 characters.',
      remedy: 'Send “code” once.',
      source: 'RFC 6749 section 4.1.2',
      at: { part: 'callback', parameter: 'state' },
    });
  });

  it('counts what it replaced', () => {
    const redactor = createRedactor(['?state=a1&nonce=b2', '?state=a1']);
    redactor.redact(['?state=a1&nonce=b2', '?state=a1']);
    expect(redactor.summary()).toEqual({
      values: 2,
      places: 3,
      classes: [
        { kind: 'state', values: 1 },
        { kind: 'nonce', values: 1 },
      ],
    });
  });
});
