import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowDifference } from '../../../lib/capture/flow-difference.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { flowWith } from '../support/flow-with.ts';

const flow = (id: number, revision = 0): Flow => flowWith({ id: String(id), revision });
const idsOf = (flows: readonly Flow[]): readonly string[] => flows.map(({ id }) => id).toSorted();

describe('the difference of two lists of flows', () => {
  it('is what was changed, added and taken out, whatever that was', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(lists, fc.func(fc.constantFrom('keep', 'change', 'remove')), lists, (ids, fate, more) => {
        const before = ids.map((id) => flow(id));
        const kept = before.filter(({ id }) => fate(id) !== 'remove');
        const after = [
          ...kept.map((one) => (fate(one.id) === 'change' ? flow(Number(one.id), 1) : one)),
          ...more.filter((id) => !ids.includes(id)).map((id) => flow(id)),
        ];
        const { changed, removed } = flowDifference(before, after);
        expect(idsOf(changed)).toEqual(idsOf(after.filter((one) => !before.includes(one))));
        expect(idsOf(removed)).toEqual(idsOf(before.filter(({ id }) => !after.some((one) => one.id === id))));
      }),
    );
  });
});
