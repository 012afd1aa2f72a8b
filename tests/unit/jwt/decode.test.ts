import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../lib/jwt/decode.ts';

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const HEADER = encode('{"alg":"HS256","typ":"JWT"}');
const problems = (text: string) =>
  decodeToken(text).problems.map(({ code, start, end }) => ({ code, start, end }));

// RFC 7519 section 3.1
const RFC7519 =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('decodeToken', () => {
  it('reads the example of RFC 7519 section 3.1', () => {
    const decoded = decodeToken(RFC7519);
    expect(decoded).toMatchObject({
      kind: 'jws',
      header: { typ: 'JWT', alg: 'HS256' },
      payload: { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true },
      problems: [],
    });
    expect(decoded.segments.map(({ name }) => name)).toEqual(['header', 'payload', 'signature']);
  });

  it.each([
    ['a header line', `DAuth: ${RFC7519}`],
    ['a bearer header', `Authorization: Bearer ${RFC7519}`],
    ['a URL', `https://as.example/?request=${RFC7519}&state=1`],
    ['a log line', `2024-01-01 INFO token=${RFC7519} ok`],
  ])('finds the token in %s', (_, text) => {
    const decoded = decodeToken(text);
    expect(decoded.token).toBe(RFC7519);
    expect(text.slice(decoded.segments[0]?.start, decoded.segments[2]?.end)).toBe(RFC7519);
  });

  it('reads the header of an encrypted token and no payload', () => {
    const decoded = decodeToken(`${encode('{"alg":"RSA-OAEP-256","enc":"A128GCM"}')}.a2V5.aXY.Y2lwaGVy.dGFn`);
    expect(decoded).toMatchObject({
      kind: 'jwe',
      header: { alg: 'RSA-OAEP-256', enc: 'A128GCM' },
      problems: [],
    });
    expect(decoded.payload).toBeUndefined();
  });

  it('shows what can be read of a token that lacks its end', () => {
    const decoded = decodeToken(`${HEADER}.${encode('{"a":1}')}`);
    expect(decoded).toMatchObject({ kind: 'malformed', header: { alg: 'HS256' }, payload: { a: 1 } });
    expect(decoded.problems.map(({ code, message }) => [code, message])).toEqual([
      ['segment-count', 'A token has 3 parts (JWS) or 5 (JWE) between dots; this text has 2.'],
    ]);
  });

  it.each([
    ['nothing', '  ', 'empty', 0, 2],
    ['padding', `${HEADER}.${encode('{"a":1}')}=.c2ln`, 'padding', 37, 48],
    ['a foreign character', `${HEADER}.e30.c2ln$`, 'not-base64url', 41, 46],
    ['stray trailing bits', `${HEADER}.e31.c2ln`, 'not-canonical', 37, 40],
    ['text that is no JSON', `${HEADER}.${encode('{"a":')}.c2ln`, 'not-json', 37, 44],
    ['an array', `${HEADER}.${encode('[1]')}.c2ln`, 'not-an-object', 37, 41],
    ['a name twice', `${HEADER}.${encode('{"a":1,"a":2}')}.c2ln`, 'repeated-name', 37, 55],
    ['bytes that are no UTF-8', `${HEADER}.gIA.c2ln`, 'not-utf8', 37, 40],
  ])('names %s and its place', (_, text, code, start, end) => {
    expect(problems(text)).toContainEqual({ code, start, end });
    expect(decodeToken(text).kind).toBe('malformed');
  });

  it('reads on through white space inside the token', () => {
    const decoded = decodeToken(`${HEADER}.e30 .c2ln`);
    expect(decoded.problems.map(({ code }) => code)).toContain('whitespace');
    expect(decoded.payload).toEqual({});
  });

  it('does not let a claim named __proto__ change anything', () => {
    const decoded = decodeToken(`${HEADER}.${encode('{"__proto__":{"polluted":true}}')}.c2ln`);
    expect(Object.keys(decoded.payload ?? {})).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('never throws, and every place lies within the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[eyA-D.=_ -]{0,40}$/)),
        (text) => {
          const decoded = decodeToken(text);
          for (const { start, end } of [...decoded.problems, ...decoded.segments]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  it('gives back any header and claims that were encoded', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, object, (header, payload) => {
        const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
        const decoded = decodeToken(
          `${encode(JSON.stringify(header))}.${encode(JSON.stringify(payload))}.c2ln`,
        );
        expect(decoded.header).toEqual(plain(header));
        expect(decoded.payload).toEqual(plain(payload));
      }),
    );
  });
});
