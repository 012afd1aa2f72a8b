import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { MAX_FOUND, offerTokens } from '../../../lib/jwt/find-tokens.ts';
import { jsonFault } from '../../../lib/jwt/json-fault.ts';
import { SAMPLES } from './samples.ts';

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const token = (header: object, payload: string): string =>
  `${encode(JSON.stringify(header))}.${encode(payload)}.c2ln`;
const JWT = { alg: 'HS256', typ: 'JWT' };

describe('decodeToken, other serialisations', () => {
  const flattened = {
    payload: encode('{"a":1}'),
    protected: encode('{"alg":"ES256"}'),
    header: { kid: '1' },
    signature: 'c2ln',
  };

  it('reads a flattened JWS, and keeps its unprotected header apart', () => {
    const text = JSON.stringify(flattened);
    const decoded = decodeToken(text);
    expect(decoded).toMatchObject({
      kind: 'jws',
      serialisation: 'flattened',
      header: { alg: 'ES256' },
      unprotected: { kid: '1' },
      payload: { a: 1 },
      problems: [],
    });
    for (const { start, end, text: part } of decoded.segments) expect(text.slice(start, end)).toBe(part);
  });

  it('reads every signature of a general JWS', () => {
    const { payload, ...one } = flattened;
    const decoded = decodeToken(
      JSON.stringify({ payload, signatures: [one, { ...one, header: { kid: '2' } }] }, null, 2),
    );
    expect(decoded).toMatchObject({ kind: 'jws', serialisation: 'general' });
    expect(decoded.signatures?.map(({ unprotected }) => unprotected?.kid)).toEqual(['1', '2']);
  });

  it.each([
    ['a name in both headers', { ...flattened, header: { alg: 'none' } }, 'repeated-name'],
    ['both forms at once', { ...flattened, signatures: [] }, 'not-a-serialisation'],
    ['no signature text', { ...flattened, signature: 1 }, 'not-a-serialisation'],
  ])('refuses %s', (_, object, code) => {
    const decoded = decodeToken(JSON.stringify(object));
    expect(decoded.kind).toBe('malformed');
    expect(decoded.problems.map((problem) => problem.code)).toContain(code);
  });

  it('knows a detached payload and an unencoded one', () => {
    expect(decodeToken(`${encode('{"alg":"HS256"}')}..c2ln`)).toMatchObject({
      kind: 'jws',
      detached: true,
      problems: [],
    });
    const header = encode('{"alg":"HS256","b64":false,"crit":["b64"]}');
    expect(decodeToken(`${header}.a payload, as it is!.c2ln`)).toMatchObject({
      kind: 'jws',
      unencoded: true,
      payloadText: 'a payload, as it is!',
    });
    const without = decodeToken(`${encode('{"alg":"HS256","b64":false}')}.text.c2ln`);
    expect(without.problems.map(({ code }) => code)).toContain('b64-without-crit');
  });

  it('reads a JWS whose content is text, and notes that it is no claims set', () => {
    const decoded = decodeToken(token({ alg: 'HS256' }, 'Payload'));
    expect(decoded).toMatchObject({ kind: 'jws', payloadText: 'Payload' });
    expect(decoded.problems).toMatchObject([{ code: 'not-json', note: true }]);
    expect(decodeToken(token(JWT, 'Payload')).kind).toBe('malformed');
  });
});

describe('decodeToken, malformed input', () => {
  it('says where JSON stops, in words that are the same everywhere', () => {
    const [problem] = decodeToken(token(JWT, '{"a":1,\n "b" 2}')).problems;
    expect(problem).toMatchObject({
      code: 'not-json',
      message: 'The payload is not JSON: at line 2, column 6 “:” is expected, but “2” stands there.',
      position: { offset: 13, line: 2, column: 6 },
    });
  });

  it('shows both values of a repeated name', () => {
    const [problem] = decodeToken(`${encode('{"alg":"HS256","alg":"none"}')}.e30.c2ln`).problems;
    expect(problem?.message).toContain('“alg” more than once, for "HS256" and for "none"');
  });

  it('keeps a nesting that cannot be printed as text', () => {
    const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const decoded = decodeToken(token(JWT, deep));
    expect(decoded.payload).toBeUndefined();
    expect(decoded.payloadText).toBe(deep);
    expect(decoded.problems.map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('keeps a byte order mark, which is no JSON', () => {
    expect(decodeToken(token(JWT, '\ufeff{}')).problems.map(({ code }) => code)).toEqual(['not-json']);
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const near = fc.stringMatching(/^[[\]{}",:0-9.eE+\- \\nutrfalse]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(near, fc.json(), fc.string()), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(jsonFault(text) === undefined).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'ey'.repeat(500_000),
    'ey.'.repeat(333_000),
    '.'.repeat(1_000_000),
    '{"a":'.repeat(200_000),
    `${encode('{"typ":"JWT"}')}.${encode(`{"a":"${'\\\\'.repeat(300_000)}"}`)}.a`,
    `${' '.repeat(999_990)}a`,
  ])('bounds what it says of a million characters', (text) => {
    const { problems, segments } = decodeToken(text);
    expect(problems.length).toBeLessThan(20);
    expect(segments.length).toBeLessThan(20);
  });
});

describe('nested tokens', () => {
  const inner = token(JWT, '{"sub":"inner"}');

  it('unfold from claims and from a payload that is one', () => {
    const decoded = decodeToken(token(JWT, JSON.stringify({ act: { tokens: ['x', inner] } })));
    expect(decoded.nested).toMatchObject([{ path: 'act.tokens.1', decoded: { payload: { sub: 'inner' } } }]);
    expect(decodeToken(token({ alg: 'HS256', cty: 'JWT' }, inner)).nested?.[0]?.decoded.payload).toEqual({
      sub: 'inner',
    });
  });

  it('unfold to a bounded depth', () => {
    let text = inner;
    for (let depth = 0; depth < 10; depth++) text = token(JWT, JSON.stringify({ request: text }));
    let depth = 0;
    for (let at = decodeToken(text).nested?.[0]; at; at = at.decoded.nested?.[0]) depth++;
    expect(depth).toBe(4);
  });
});

describe('offerTokens', () => {
  const one = SAMPLES.dauth;
  it.each([
    [`https://as.example/?request=${one}&state=1`, ['request']],
    [`https://app.example/cb#id_token=${one}&access_token=${one}`, ['id_token', 'access_token']],
    [`grant_type=x&client_assertion=${one}`, ['client_assertion']],
    [`DAuth: ${one}`, ['DAuth header']],
    [`Authorization: Bearer ${one}`, ['Authorization header']],
    [`Bearer ${one}`, ['Authorization header']],
    [`{ "authorizationCode": "${one}", "state": "s" }`, ['authorizationCode']],
    [`curl -v -H 'DAuth: ${one}' -d "response=${one}" https://api.example/`, ['DAuth header', 'response']],
    [`redirect%3Fid_token%3D${one}`, ['id_token']],
    [`2024-01-01 INFO got ${one}, ${one}.`, ['text', 'text']],
    [one, ['text']],
  ])('names where each token stands in %.40s', (text, found) => {
    const offered = offerTokens(text);
    expect(offered.map((place) => place.found)).toEqual(found);
    for (const place of offered) {
      expect(place.token.split('.')).toHaveLength(3);
      expect(text.slice(place.start, place.end).replace(/\.$/, '')).toBe(place.token.replace(/\.$/, ''));
    }
  });

  it('offers no more than it can show', () => {
    expect(offerTokens(`${one} `.repeat(1000))).toHaveLength(MAX_FOUND);
  });
});

describe('the tokens of the providers’ documents', () => {
  it.each([
    [
      'leatherbackRequest',
      { client_id: 'D464C9D7862744839A583821379DF260', nbf: 2029276857, scope: 'account' },
    ],
    ['leatherbackCode', { state: 'expect_state_value' }],
    ['leatherbackAccess', { unique_name: '5D88DB0C03234D6494C5424813FAAA91', exp: 1719855919 }],
    ['dauth', { network_name: 'ETHEREUM', timestamp: '2021-11-04T14:13:40Z' }],
  ] as const)('%s', (name, payload) => {
    const decoded = decodeToken(SAMPLES[name]);
    expect(decoded).toMatchObject({
      kind: 'jws',
      header: { alg: 'HS256', typ: 'JWT' },
      payload,
      problems: [],
    });
  });
});
