import { describe, expect, it } from 'vitest';
import { CALLBACKS, INDISTINGUISHABLE, LOOKALIKES } from './cases/lookalikes.ts';
import { flowsOf } from './support/journeys.ts';

describe('a page whose parameters only have names of authorization traffic', () => {
  it.each(LOOKALIKES)('starts nothing: %s', (_, address) => {
    expect(flowsOf({ authorize: address })).toEqual([]);
    expect(flowsOf({ authorize: 'https://site.example/', callback: address })).toEqual([]);
  });

  it.each(INDISTINGUISHABLE)('is marked as uncertain where nobody can tell it: %s', (_, address) => {
    expect(flowsOf({ authorize: address }).map(({ marks }) => marks)).toEqual([
      expect.arrayContaining(['uncertain', 'request-not-seen']),
    ]);
  });
});

describe('a callback whose request was not seen', () => {
  it.each(CALLBACKS)('is captured: %s', (_, address) => {
    expect(flowsOf({ authorize: address }).map(({ callback }) => callback?.url)).toEqual([address]);
  });
});
