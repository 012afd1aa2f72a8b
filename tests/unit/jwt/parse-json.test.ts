import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, parseJsonObject } from '../../../lib/jwt/parse-json.ts';

describe('parseJson', () => {
  it('gives back what was written as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(parseJson(text))).toBe(text);
      }),
    );
  });

  it('gives nothing for any other text, and never throws', () => {
    expect(['', '{', 'undefined', '{"a":1}}', "{'a':1}"].map(parseJson)).toEqual(Array(5).fill(undefined));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseJson(text)));
  });
});

describe('parseJsonObject', () => {
  it('takes an object and nothing else', () => {
    expect(['{"a":[1]}', '[]', '"a"', '1', 'true', 'null', 'x'].map(parseJsonObject)).toEqual([
      { a: [1] },
      ...Array(6).fill(undefined),
    ]);
  });
});
