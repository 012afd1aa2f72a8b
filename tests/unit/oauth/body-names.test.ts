import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAMES, namesOfBody } from '../../../lib/oauth/body-names.ts';

const names = (body: ReturnType<typeof namesOfBody>) => body.withheld?.map(({ name }) => name);

describe('namesOfBody', () => {
  it.each([
    ['a form', 'user=alice&password=hunter2&user=b', 'form', ['user', 'password']],
    [
      'JSON',
      '{"user":{"name":"a","pin":1},"list":[{"q":1},{"q":2}],"codes":["1","2"]}',
      'json',
      ['user.name', 'user.pin', 'list[].q', 'codes[]'],
    ],
    [
      'multipart',
      '--b\r\nContent-Disposition: form-data; name="otp"\r\n\r\n123456\r\n--b--',
      'multipart',
      ['otp'],
    ],
  ] as const)('of %s', (_, text, format, expected) => {
    const body = namesOfBody({ kind: 'text', text });
    expect(body).toMatchObject({ kind: 'names', format });
    expect(names(body)).toEqual(expected);
  });

  it.each([
    ['<login><pin>1234</pin></login>', 'xml'],
    ['hunter2', 'text'],
    ['eyJhbGciOiJub25lIn0.eyJwdyI6Imh1bnRlcjIifQ==', 'text'],
    ['my password is hunter2=', 'text'],
    ['{"broken', 'text'],
  ])('of %s nothing but its kind and length', (text, format) => {
    expect(namesOfBody({ kind: 'text', text })).toEqual({ kind: 'names', format, size: text.length });
  });

  it('keeps a bounded number of names of bounded length', () => {
    const fields = Array.from({ length: 500 }, (_, index): [string, string] => [
      `${index}${'x'.repeat(300)}`,
      'v',
    ]);
    const kept = names(namesOfBody({ kind: 'form', fields })) ?? [];
    expect(kept).toHaveLength(MAX_NAMES.names);
    expect(kept.every((name) => name.length <= MAX_NAMES.length)).toBe(true);
  });

  it('never throws and never keeps a value, and what is reduced stays as it is', () => {
    const value = fc.stringMatching(/^canary[0-9]{8}$/);
    const body = fc.oneof(
      value.map((one) => ({ kind: 'form' as const, fields: [['field', one] as [string, string]] })),
      value.map((one) => ({ kind: 'text' as const, text: `a=1&field=${one}` })),
      fc.tuple(fc.jsonValue({ maxDepth: 3 }), value).map(([rest, one]) => ({
        kind: 'text' as const,
        text: JSON.stringify({ field: one, list: [one, { inner: one }], rest }),
      })),
      value.map((one) => ({ kind: 'text' as const, text: `<a b="${one}">${one}</a>` })),
      value.map((one) => ({ kind: 'text' as const, text: one })),
      fc.string().map((text) => ({ kind: 'text' as const, text })),
    );
    fc.assert(
      fc.property(body, (one) => {
        const reduced = namesOfBody(one);
        expect(JSON.stringify(reduced)).not.toMatch(/canary[0-9]{8}/);
        expect(namesOfBody(reduced)).toBe(reduced);
      }),
    );
  });
});
