import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMap, lookUp, type PersistentMap, withValue } from '../../../lib/flow/persistent-map.ts';

const KEYS = fc.oneof(fc.constantFrom('a', 'b', 'url https://a.example/', ''), fc.string({ maxLength: 90 }));
const CHANGES = fc.array(fc.tuple(KEYS, fc.option(fc.integer(), { nil: undefined })), { maxLength: 60 });

describe('a persistent map', () => {
  it('holds what a map holds that is changed, and every earlier one stays as it was', () => {
    fc.assert(
      fc.property(CHANGES, (changes) => {
        const versions: { readonly map: PersistentMap<number>; readonly model: Map<string, number> }[] = [
          { map: emptyMap(), model: new Map() },
        ];
        for (const [key, value] of changes) {
          const { map, model } = versions.at(-1) ?? { map: emptyMap<number>(), model: new Map() };
          const next = new Map(model);
          if (value === undefined) next.delete(key);
          else next.set(key, value);
          versions.push({ map: withValue(map, key, value), model: next });
        }
        for (const { map, model } of versions)
          for (const [key] of changes) expect(lookUp(map, key)).toBe(model.get(key));
      }),
    );
  });
});
