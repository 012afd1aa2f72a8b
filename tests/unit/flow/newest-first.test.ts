import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNewest, withRows } from '../../../lib/flow/newest-first.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';

const row = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    startedAt: fc.integer({ min: 0, max: 3 }),
    revision: fc.nat(),
  })
  .map((facts) => facts as FlowSummary);
const rows = fc.uniqueArray(row, { selector: ({ id }) => id });

describe('the list of rows', () => {
  it('with changes is what sorting all of them again gives', () => {
    fc.assert(
      fc.property(rows, rows, fc.subarray(['a', 'b', 'c', 'h']), (before, changed, removed) => {
        const submitted = changed.filter(({ id }) => !removed.includes(id));
        const byId = new Map([...before, ...submitted].map((one) => [one.id, one]));
        for (const id of removed) byId.delete(id);
        expect(withRows(before.toSorted(byNewest), submitted, removed)).toEqual(
          [...byId.values()].toSorted(byNewest),
        );
      }),
    );
  });

  it('without changes is the same list', () => {
    const before: readonly FlowSummary[] = [];
    expect(withRows(before, [], [])).toBe(before);
  });
});
