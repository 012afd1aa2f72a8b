import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRequest, type RequestInput } from '../../../lib/calls/build-request.ts';
import { joinSegments, maskSegments } from '../../../lib/calls/segments.ts';
import type { StepField, StepRequest } from '../../../lib/providers/step-types.ts';
import { fieldOf, stepOf } from './fields.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

function build(
  request: StepRequest,
  fields: readonly StepField[],
  values: Readonly<Record<string, string>>,
  more: Partial<RequestInput> = {},
) {
  const bases = { api: 'https://api.example/v1/' };
  const { request: built, problems } = buildRequest({
    step: stepOf({ request, fields }),
    values,
    bases,
    now: NOW,
    ...more,
  });
  if (!built) throw new Error('no request');
  const headers = built.headers.map(({ name, value }) => `${name}: ${joinSegments(value)}`);
  return {
    url: joinSegments(built.url),
    headers,
    body: built.body && joinSegments(built.body),
    built,
    problems,
  };
}

const FORM: StepRequest = { method: 'POST', url: '{api}/token', encoding: 'form' };

describe('the URL', () => {
  test('takes path values as one encoded segment each and adds the query', () => {
    const request: StepRequest = { method: 'GET', url: '{api}/banks/{BANK_ID}/x', encoding: 'none' };
    const fields = [
      fieldOf({ name: 'BANK_ID', in: 'path', required: true }),
      fieldOf({ name: 'invalidate', in: 'query' }),
      fieldOf({ name: 'left out', in: 'query' }),
    ];
    const { url, body, headers, problems } = build(request, fields, {
      'path BANK_ID': 'a/b c?ü',
      'query invalidate': 'a&b=c d',
    });
    expect(url).toBe('https://api.example/v1/banks/a%2Fb%20c%3F%C3%BC/x?invalidate=a%26b%3Dc+d');
    expect(body).toBeUndefined();
    expect(headers).toEqual(['Accept: application/json']);
    expect(problems).toEqual([]);
  });

  test('takes a path field with which it begins as a URL, and joins its query', () => {
    const request: StepRequest = { method: 'GET', url: '{endpoint}', encoding: 'none' };
    const fields = [
      fieldOf({ name: 'endpoint', in: 'path', required: true }),
      fieldOf({ name: 'a', in: 'query' }),
    ];
    expect(build(request, fields, { 'path endpoint': 'https://x.example/y?z=1', 'query a': '2' }).url).toBe(
      'https://x.example/y?z=1&a=2',
    );
  });

  test.each([
    ['', 'base-missing'],
    ['rubbish', 'base-not-a-url'],
    ['ftp://x.example', 'base-not-a-url'],
    ['https://u:p@x.example', 'base-with-password'],
    ['https://x.example?a=1', 'base-with-query'],
    ['https://x.example#a', 'base-with-fragment'],
  ])('cannot be made of the base %o', (api, code) => {
    const { problems } = build(FORM, [], {}, { bases: { api } });
    expect(problems.map((problem) => [problem.field, problem.code, problem.severity])).toEqual([
      ['base api', code, 'fatal'],
    ]);
  });

  test.each(['.', '..'])('refuses %o as a segment, which a browser would remove', (value) => {
    const request: StepRequest = { method: 'GET', url: '{api}/{id}', encoding: 'none' };
    const { problems } = build(request, [fieldOf({ name: 'id', in: 'path' })], { 'path id': value });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['dot-segment', 'fatal']]);
  });
});

describe('client authentication', () => {
  const values = { 'client client_id': 'my client:1', 'client client_secret': 's%cret+ü', 'form code': 'c' };
  const request: StepRequest = {
    ...FORM,
    clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  };
  const fields = [fieldOf({ name: 'code' })];

  test('client_secret_basic form-encodes id and secret before base64 (RFC 6749 section 2.3.1)', () => {
    const { headers, body } = build(request, fields, values, { authentication: 'client_secret_basic' });
    expect(headers[1]).toBe(`Authorization: Basic ${btoa('my+client%3A1:s%25cret%2B%C3%BC')}`);
    expect(body).toBe('code=c');
  });

  test('client_secret_post puts both into the body', () => {
    const { body, headers } = build(request, fields, values, { authentication: 'client_secret_post' });
    expect(body).toBe('code=c&client_id=my+client%3A1&client_secret=s%25cret%2B%C3%BC');
    expect(headers).toEqual(['Accept: application/json', 'Content-Type: application/x-www-form-urlencoded']);
  });

  test('private_key_jwt sends the assertion, and needs no secret', () => {
    const { body, problems } = build(
      request,
      fields,
      { ...values, 'client client_secret': '' },
      { authentication: 'private_key_jwt', assertion: 'a.b.c' },
    );
    expect(body).toBe(
      'code=c&client_id=my+client%3A1&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=a.b.c',
    );
    expect(problems).toEqual([]);
  });

  test('none sends client_id alone, and once', () => {
    expect(build(request, fields, values, { authentication: 'none' }).body).toBe(
      'code=c&client_id=my+client%3A1',
    );
    const own = [...fields, fieldOf({ name: 'client_id' })];
    expect(build(request, own, { ...values, 'form client_id': 'x' }, { authentication: 'none' }).body).toBe(
      'code=c&client_id=x',
    );
  });

  test('id and secret are required where the method needs them', () => {
    const codes = (authentication: RequestInput['authentication']) =>
      build(request, fields, {}, { authentication }).problems.map(({ field, code }) => `${field}: ${code}`);
    expect(codes('client_secret_basic')).toEqual([
      'client client_id: missing',
      'client client_secret: missing',
    ]);
    expect(codes('none')).toEqual(['client client_id: missing']);
  });
});

describe('the JSON body', () => {
  const request: StepRequest = { method: 'POST', url: '{api}/consents', encoding: 'json' };

  test('is made of dotted paths, in order, each value by its type', () => {
    const fields = [
      fieldOf({ name: 'Data.Permissions', in: 'json', type: 'list' }),
      fieldOf({ name: 'Data.Note', in: 'json' }),
      fieldOf({ name: 'refs.0.name', in: 'json' }),
      fieldOf({ name: 'count', in: 'json', type: 'number' }),
      fieldOf({ name: 'on', in: 'json', type: 'boolean' }),
      fieldOf({ name: 'raw', in: 'json', type: 'json' }),
      fieldOf({ name: 'empty', in: 'json' }),
    ];
    const { body, problems } = build(request, fields, {
      'json Data.Permissions': ' ReadA  ReadB ',
      'json Data.Note': 'a "b"\n',
      'json refs.0.name': 'x',
      'json count': '12345678901234567890',
      'json on': 'true',
      'json raw': '{"a":[1]}',
    });
    expect(body).toBe(
      [
        '{',
        '  "Data": {',
        '    "Permissions": ["ReadA","ReadB"],',
        '    "Note": "a \\"b\\"\\n"',
        '  },',
        '  "refs": [',
        '    {',
        '      "name": "x"',
        '    }',
        '  ],',
        '  "count": 12345678901234567890,',
        '  "on": true,',
        '  "raw": {"a":[1]}',
        '}',
      ].join('\n'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['surrounding-space', 'surrounding-space']);
  });

  test('is an empty object without values', () => {
    expect(build(request, [], {}).body).toBe('{}');
  });

  test('reads back as what was typed, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (text) => {
        const { body } = build(request, [fieldOf({ name: 'a.b', in: 'json' })], { 'json a.b': text });
        expect(JSON.parse(body ?? '')).toEqual({ a: { b: text } });
      }),
    );
  });
});

describe('headers', () => {
  test('come in order, prefix first, and replace those that are given', () => {
    const fields = [
      fieldOf({ name: 'accept', in: 'header' }),
      fieldOf({ name: 'Authorization', in: 'header', prefix: 'Bearer ', secret: true }),
    ];
    const { headers, built } = build({ ...FORM, encoding: 'none' }, fields, {
      'header accept': 'text/plain',
      'header Authorization': 'tok',
    });
    expect(headers).toEqual(['accept: text/plain', 'Authorization: Bearer tok']);
    expect(maskSegments(built.headers[1]?.value ?? [])).toBe('Bearer ••••••••');
  });

  test.each([
    ['X', 'a\nb', ['control-character', 'not-header-text']],
    ['X', 'ü', ['not-header-text']],
    ['X Y', 'a', ['header-name']],
    ['Host', 'a', ['header-forbidden']],
  ])('%s: %o', (name, value, codes) => {
    const { problems } = build(FORM, [fieldOf({ name, in: 'header' })], { [`header ${name}`]: value });
    expect(problems.map(({ code }) => code).sort()).toEqual(
      codes.filter((code) => code !== 'control-character'),
    );
  });
});

test('a DAuth call has the DAuth header, as a secret', () => {
  const { headers, problems } = build(
    { method: 'GET', url: '{api}/users/current', encoding: 'none', dauth: true },
    [],
    { 'header DAuth': 'a.b.c' },
  );
  expect(headers).toEqual(['Accept: application/json', 'DAuth: a.b.c']);
  expect(problems).toEqual([]);
});

test('a GET with a body cannot be sent', () => {
  const { problems } = build({ ...FORM, method: 'GET' }, [], {});
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['body-not-allowed', 'fatal']]);
});

test('never throws, whatever is typed', () => {
  const fields = (['path', 'query', 'header', 'form', 'client'] as const).map((place) =>
    fieldOf({ name: 'v', in: place }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 6, maxLength: 6 }),
      (texts) => {
        const values = Object.fromEntries(
          fields.map((field, index) => [`${field.in} v`, texts[index] ?? '']),
        );
        build({ ...FORM, url: `{api}/{v}` }, fields, values, { bases: { api: texts[5] ?? '' } });
      },
    ),
  );
});
