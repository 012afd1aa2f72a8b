import { describe, expect, it } from 'vitest';
import { createReuseIndex, MAX_OTHERS, otherOf } from '../../../lib/rules/reuse-index.ts';
import { answered, authorizeUrl, callbackUrl, NOW } from './support/flows.ts';

describe('the index of reuse', () => {
  it('finds flows that share a value, oldest first, and not the flow itself', () => {
    const index = createReuseIndex();
    const late = { id: 'late', startedAt: 2, state: 'a' };
    const early = { id: 'early', startedAt: 1, nonce: 'n', state: 'a' };
    const other = { id: 'other', startedAt: 0, nonce: 'a' };
    for (const flow of [late, early, other]) index.put(flow);
    const own = { id: 'own', startedAt: 3, state: 'a', nonce: 'n' };
    index.put(own);
    expect(index.othersOf(own)).toEqual([early, late]);
  });

  it('forgets what a flow had before, a flow that is removed, and everything', () => {
    const index = createReuseIndex();
    const own = { id: 'own', startedAt: 3, code: 'c', codeChallenge: 'x' };
    index.put({ id: 'one', startedAt: 1, code: 'c' });
    index.put({ id: 'two', startedAt: 2, codeChallenge: 'x' });
    index.put({ id: 'one', startedAt: 1, code: 'd' });
    expect(index.othersOf(own).map(({ id }) => id)).toEqual(['two']);
    index.remove('two');
    expect(index.othersOf(own)).toEqual([]);
    index.put({ id: 'two', startedAt: 2, codeChallenge: 'x' });
    index.clear();
    expect(index.othersOf(own)).toEqual([]);
  });

  it('takes nothing for shared that is empty', () => {
    const index = createReuseIndex();
    index.put({ id: 'one', startedAt: 1, state: '' });
    expect(index.othersOf({ id: 'own', startedAt: 2, state: '' })).toEqual([]);
  });

  it('names so many flows at most, the first', () => {
    const index = createReuseIndex();
    for (let number = 0; number < 10_000; number++) {
      index.put({ id: `f${number}`, startedAt: number, state: 'same' });
    }
    const others = index.othersOf({ id: 'own', startedAt: 10_001, state: 'same' });
    expect(others.map(({ id }) => id)).toEqual(Array.from({ length: MAX_OTHERS }, (_, n) => `f${n}`));
  });

  it('takes from a flow what others need', () => {
    const flow = answered(authorizeUrl({ nonce: 'n1', code_challenge: 'ch1' }), callbackUrl());
    expect(otherOf(flow)).toEqual({
      id: flow.id,
      startedAt: NOW + 1,
      state: 's1',
      nonce: 'n1',
      codeChallenge: 'ch1',
      code: 'code-1',
    });
  });
});
