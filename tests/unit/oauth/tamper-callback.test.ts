import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../lib/jwt/base64url.ts';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { parseParameters } from '../../../lib/oauth/parameters.ts';
import type { EditedParameter } from '../../../lib/oauth/rewrite-callback.ts';
import { tamperCallback } from '../../../lib/oauth/tamper-callback.ts';
import { ALIASES } from '../support/catalogue.ts';

const zeros = (length: number): Uint8Array => new Uint8Array(length);
const came = (text: string): readonly EditedParameter[] =>
  parseParameters(text).map(({ name, value }, from) => ({ from, name, value }));
const encoded = (value: object): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));

describe('tampering with a callback', () => {
  it('changes the state', () => {
    expect(tamperCallback(came('code=a&state=b'), 'tamper-state', ALIASES)).toEqual([
      { from: 0, name: 'code', value: 'a' },
      { from: 1, name: 'state', value: 'b-tampered' },
    ]);
  });

  it('replaces a code under the name that the provider gives it', () => {
    expect(tamperCallback(came('authorizationCode=a&state=b'), 'replace-code', ALIASES, zeros)).toEqual([
      { from: 0, name: 'authorizationCode', value: 'replaced-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { from: 1, name: 'state', value: 'b' },
    ]);
  });

  it('puts an error in the place of everything that a success carries', () => {
    expect(tamperCallback(came('code=a&state=b&id_token=c&iss=d'), 'inject-error', ALIASES)).toEqual([
      { from: 1, name: 'state', value: 'b' },
      { from: 3, name: 'iss', value: 'd' },
      { name: 'error', value: 'access_denied' },
      { name: 'error_description', value: 'Injected by Grantscope' },
    ]);
  });

  it('replaces the error of a refusal instead of adding a second one', () => {
    expect(tamperCallback(came('error=server_error&state=b'), 'inject-error', ALIASES)).toEqual([
      { from: 0, name: 'error', value: 'access_denied' },
      { from: 1, name: 'state', value: 'b' },
      { name: 'error_description', value: 'Injected by Grantscope' },
    ]);
  });

  it('gives nothing where there is nothing to tamper with', () => {
    expect(tamperCallback(came('error=e'), 'tamper-state', ALIASES)).toBeUndefined();
    expect(tamperCallback(came('error=e'), 'replace-code', ALIASES)).toBeUndefined();
  });

  it('changes a claim of a JARM response, and neither its other claims nor its header and signature', () => {
    const token = `${encoded({ alg: 'ES256' })}.${encoded({ code: 'a', state: 'b', exp: 5 })}.c2ln`;
    const [response] =
      tamperCallback([{ from: 0, name: 'response', value: token }], 'tamper-state', ALIASES) ?? [];
    const [header, , signature] = response?.value.split('.') ?? [];
    expect([header, signature]).toEqual([encoded({ alg: 'ES256' }), 'c2ln']);
    expect(decodeToken(response?.value ?? '').payload).toEqual({ code: 'a', state: 'b-tampered', exp: 5 });
  });

  it('leaves an encrypted JARM response alone', () => {
    const token = `${encoded({ alg: 'RSA-OAEP', enc: 'A128GCM' })}.YQ.YQ.YQ.YQ`;
    expect(
      tamperCallback([{ from: 0, name: 'response', value: token }], 'tamper-state', ALIASES),
    ).toBeUndefined();
  });
});
