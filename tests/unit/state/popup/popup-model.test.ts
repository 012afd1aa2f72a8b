import { expect, test } from 'vitest';
import { createPopupModel, RECENT_CALLBACKS } from '../../../../lib/state/popup/popup-model.ts';
import { createMemoryBackground, settled } from '../../support/memory-background.ts';
import { summaryOf } from '../../support/summary.ts';

test('shows the last callbacks and follows new ones', async () => {
  const background = createMemoryBackground();
  background.put(summaryOf({ id: 'a', callbackAt: 1 }), summaryOf({ id: 'open', status: 'open' }));
  const model = createPopupModel(background);
  expect(model.callbacks.value).toBeUndefined();
  await settled();
  expect(model.callbacks.value?.map(({ id }) => id)).toEqual(['a']);
  background.put(summaryOf({ id: 'b', callbackAt: 2 }));
  await settled();
  expect(model.callbacks.value?.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(background.calls[0]).toEqual({ name: 'recentCallbacks', args: [RECENT_CALLBACKS] });
});

test('what it shows counts as seen, once', async () => {
  const background = createMemoryBackground();
  background.setStatus({ unseen: 2 });
  const model = createPopupModel(background);
  await settled();
  expect(background.calls.filter(({ name }) => name === 'markSeen')).toHaveLength(1);
  expect(model.status.value?.unseen).toBe(0);
});

test('says why nothing can be shown', async () => {
  const background = createMemoryBackground();
  const failure = { code: 'gone', message: 'No background.', remedy: 'Reload.' };
  background.fail('recentCallbacks', failure);
  const model = createPopupModel(background);
  await settled();
  expect(model.failure.value).toEqual(failure);
});
