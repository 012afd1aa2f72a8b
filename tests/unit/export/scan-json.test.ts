import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../lib/export/reading/scan-json.ts';

function scan(text: string, path: string, cuts: readonly number[] = []) {
  const found: string[] = [];
  const skipped: string[] = [];
  const scalars: Record<string, string> = {};
  const scanner = scanJson(new Set([path]), {
    element: (_, element) => void found.push(element),
    skipped: (_, why) => void skipped.push(why),
    scalar(name, value) {
      scalars[name] = value;
    },
  });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scanner.push(text.slice(from, cut));
    from = Math.max(from, cut);
  }
  scanner.push(text.slice(from));
  return { found, skipped, scalars, end: scanner.end() };
}

describe('scanJson', () => {
  it('gives the elements of a list as JSON.parse does, however the text is cut and indented', () => {
    const items = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        items,
        fc.constantFrom(0, 2),
        fc.array(fc.nat(400), { maxLength: 8 }),
        (list, indent, cuts) => {
          const text = JSON.stringify(
            { log: { version: '1.2', pages: [{ a: [1] }], entries: list, after: {} } },
            null,
            indent,
          );
          const { found, end, skipped } = scan(text, 'log.entries', cuts);
          expect(found.map((element) => JSON.parse(element))).toEqual(JSON.parse(JSON.stringify(list)));
          expect([end, skipped]).toEqual([undefined, []]);
        },
      ),
    );
  });

  it('tells the scalars of the outermost object', () => {
    expect(scan('{"format":"x","version":1,"list":[],"z":true}', 'list').scalars).toEqual({
      format: 'x',
      version: '1',
      z: 'true',
    });
  });

  it('takes lists at the named path only', () => {
    expect(scan('{"entries":[1],"log":{"entries":[2,"a,]b",{"entries":[3]}]}}', 'log.entries').found).toEqual(
      ['2', '"a,]b"', '{"entries":[3]}'],
    );
  });

  it('tells an empty text, what is no JSON and what is cut off', () => {
    expect(scan('  ', 'a').end).toBe('empty');
    expect(scan('hello', 'a').end).toBe('not JSON');
    expect(scan('{"a":[1,2', 'a')).toMatchObject({ end: 'cut off', found: ['1'] });
    expect(scan('{"a":]', 'a').end).toBe('not JSON');
  });

  it('leaves out an element that is too deep, and goes on', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(scan(`{"a":[${deep},2]}`, 'a')).toMatchObject({ found: ['2'], skipped: ['too deep'] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(() => scan(text, 'a')).not.toThrow();
      }),
    );
  });
});
