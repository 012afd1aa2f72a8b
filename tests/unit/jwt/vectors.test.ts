import { describe, expect, it } from 'vitest';
import { RFC_VECTORS } from '../../vectors/rfcs.ts';
import { runVectors } from '../../vectors/run.ts';

describe('the examples of the RFCs', () => {
  it.each(RFC_VECTORS.map((vector) => [vector.id, vector.source, vector] as const))(
    '%s (%s)',
    async (_, __, vector) => {
      expect(await runVectors([vector])).toEqual({ passed: 1, failed: [] });
    },
  );

  it('have ids of their own, and name their section', () => {
    expect(new Set(RFC_VECTORS.map(({ id }) => id)).size).toBe(RFC_VECTORS.length);
    for (const { source } of RFC_VECTORS) expect(source).toMatch(/^RFC \d{4} (?:section|appendix) /);
  });
});
