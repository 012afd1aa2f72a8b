import { expect, test, vi } from 'vitest';
import { createDropped, type DroppedFacts } from '../../../lib/capture/dropped.ts';

const NONE: DroppedFacts = { dropped: 0, droppedReason: '' };

function counting() {
  const state = { stored: NONE, full: false };
  const onChange = vi.fn();
  const dropped = createDropped({
    read: async () => state.stored,
    async write(facts) {
      if (state.full) throw new Error('QUOTA_BYTES quota exceeded');
      state.stored = facts;
    },
    onChange,
  });
  return { state, dropped, onChange };
}

test('counts each one, however many come at once', async () => {
  const { state, dropped, onChange } = counting();
  for (let count = 0; count < 5; count++) dropped.add('full');
  expect(dropped.with(state.stored)).toEqual({ dropped: 5, droppedReason: 'full' });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(5));
  expect(state.stored).toEqual({ dropped: 5, droppedReason: 'full' });
  expect(dropped.with(state.stored)).toEqual(state.stored);
});

test('counts in memory while the storage has no room for the number, and adds it later', async () => {
  const { state, dropped, onChange } = counting();
  state.stored = { dropped: 2, droppedReason: 'earlier' };
  state.full = true;
  dropped.add('full');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  expect(state.stored.dropped).toBe(2);
  expect(dropped.with(state.stored)).toEqual({ dropped: 3, droppedReason: 'full' });
  state.full = false;
  dropped.add('still full');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
  expect(state.stored).toEqual({ dropped: 4, droppedReason: 'still full' });
});
