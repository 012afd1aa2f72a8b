import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainAnswer } from '../../../lib/calls/explain-answer.ts';
import { flaggedObjects } from '../../../lib/calls/flagged-objects.ts';
import { readBody } from '../../../lib/calls/read-answer.ts';
import { resultsOf, valueAt } from '../../../lib/calls/results-of.ts';
import type { StepAnswer } from '../../../lib/calls/types.ts';

const answer = (body: string, change: Partial<StepAnswer> & { type?: string } = {}): StepAnswer => {
  const { type = 'application/json', ...rest } = change;
  return { status: 200, headers: type === '' ? [] : [['Content-Type', type]], body, cut: false, ...rest };
};

describe('the body', () => {
  test.each([
    ['{"a":1}', 'application/json; charset=utf-8', 'json', []],
    ['{"a":1}', 'application/vnd.x+json', 'json', []],
    ['{"a":1}', 'text/html', 'json', ['wrong-content-type']],
    ['{"a":1}', '', 'json', ['wrong-content-type']],
    ['{"a":1,"a":2}', 'application/json', 'json', ['repeated-name']],
    ['<!doctype html>', 'text/html', 'text', ['not-json']],
    ['plain', 'text/plain', 'text', ['not-json']],
    ['{"a":', 'application/json', 'text', ['broken-json']],
    [' ', 'application/json', 'empty', []],
    ['['.repeat(300) + ']'.repeat(300), 'application/json', 'text', ['too-deep']],
  ])('%o as %s is %s', (body, type, kind, codes) => {
    const read = readBody(answer(body, { type }));
    expect([read.kind, read.remarks.map(({ code }) => code)]).toEqual([kind, codes]);
  });

  test('a web page is told from other text', () => {
    expect(readBody(answer('<html>', { type: 'text/html', status: 502 })).remarks[0]?.message).toBe(
      'The answer (HTTP 502, text/html) is a web page and no JSON.',
    );
  });

  test('what was cut is text', () => {
    expect(readBody(answer('{"a":1}', { cut: true })).remarks.map(({ code }) => code)).toEqual(['cut']);
  });

  test('never throws', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    fc.assert(
      fc.property(texts, (text) => {
        readBody(answer(text));
      }),
    );
  });
});

describe('values for later steps', () => {
  const json = {
    a: { b: ['x', { c: 5 }] },
    tokens: [{ t: 'tok' }],
    expires_in: '60',
    none: null,
    o: { p: 1 },
  };

  test('are found by path, with the moment they expire', () => {
    const gives = [
      { name: 'c', path: 'a.b.1.c' },
      { name: 'token', path: 'tokens.0.t', secret: true, expiresInPath: 'expires_in', lifetime: 5 },
      { name: 'fixed', path: 'a.b.0', lifetime: 5 },
      { name: 'object', path: 'o' },
      { name: 'none', path: 'none' },
      { name: 'inherited', path: 'toString' },
    ];
    expect(resultsOf({ gives }, json, 1_000)).toEqual([
      { name: 'c', value: '5', secret: false },
      { name: 'token', value: 'tok', secret: true, expiresAt: 61_000 },
      { name: 'fixed', value: 'x', secret: false, expiresAt: 6_000 },
      { name: 'object', value: '{"p":1}', secret: false },
    ]);
  });

  test('a path never leaves the answer', () => {
    expect(valueAt(json, '__proto__.x')).toBeUndefined();
    expect(valueAt('text', 'length')).toBeUndefined();
  });
});

describe('errors', () => {
  const profile = {
    errors: { LOCKED: { meaning: 'Locked at the provider.', remedy: 'Unlock.', source: 'Document' } },
  };
  const explain = (status: number, body: unknown, headers: StepAnswer['headers'] = []) =>
    explainAnswer(
      { errors: { '423': { meaning: 'The user is locked.', remedy: 'Wait.', source: 'Step' } } },
      profile,
      { status, headers, body: JSON.stringify(body), cut: false },
      body as never,
    ).map(({ code, message, source }) => [code, message, source]);

  test('a good answer has none', () => {
    expect(explain(200, { a: 1 })).toEqual([]);
  });

  test('OAuth errors, with the server’s words', () => {
    expect(explain(400, { error: 'invalid_grant', error_description: 'Used.' })).toEqual([
      [
        'invalid_grant',
        'The code or refresh token is wrong, expired, used or another client’s, or redirect_uri differs. The server says: Used.',
        'RFC 6749 section 5.2',
      ],
    ]);
  });

  test('finAPI’s list, by the profile’s own words', () => {
    expect(explain(423, { errors: [{ code: 'LOCKED', message: 'User is locked.' }] })).toEqual([
      ['LOCKED', 'Locked at the provider. The server says: User is locked.', 'Document'],
      ['HTTP 423', 'The user is locked.', 'Step'],
    ]);
  });

  test('codes of the Open Bank Project, the cause first', () => {
    const message = 'OBP-20001: User not logged in. <- OBP-20071: corrupted';
    expect(explain(401, { code: 401, message }).map(([code]) => code)).toEqual(['OBP-20071', 'OBP-20001']);
  });

  test('a challenge in WWW-Authenticate', () => {
    const header = 'Bearer error="invalid_token", error_description="expired"';
    expect(explain(401, null, [['www-authenticate', header]]).map(([code]) => code)).toEqual([
      'invalid_token',
    ]);
  });

  test('an unknown code keeps the server’s words; the status says the rest', () => {
    expect(explain(403, { error: 'odd', error_description: 'No.' })).toEqual([
      ['odd', 'The server says: No.', undefined],
      ['HTTP 403', 'The caller is known and may not do this.', 'RFC 9110 section 15.5.4'],
    ]);
  });

  test('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 100, max: 599 }), (value, status) => {
        explain(status, value);
      }),
    );
  });
});

test('objects with flags are found at any depth', () => {
  const json = {
    views: [
      { id: 'owner', can_see: true },
      { id: 'x', other: true },
    ],
    can_see: 'yes',
  };
  expect(flaggedObjects(json, ['can_see'])).toEqual([
    { path: 'views.0', object: { id: 'owner', can_see: true } },
  ]);
});
