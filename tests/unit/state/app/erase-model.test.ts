import { expect, test } from 'vitest';
import { createEraseModel } from '../../../../lib/state/app/erase-model.ts';
import { createMemoryBackground } from '../../support/memory-background.ts';

const REFUSED = {
  code: 'not-erased',
  message: 'The browser refused to erase: keys. Everything else is erased.',
  remedy: 'Close the other pages.',
};

test('erases only after it was asked', async () => {
  const background = createMemoryBackground();
  const model = createEraseModel(background);
  await model.confirm();
  expect(background.calls).toEqual([]);
  model.ask();
  expect(model.stage.value).toBe('asking');
  const erasing = model.confirm();
  expect(model.stage.value).toBe('erasing');
  await erasing;
  expect(background.calls).toEqual([{ name: 'eraseEverything', args: [] }]);
  expect(model.stage.value).toBe('erased');
});

test('keeps everything when it is called off', async () => {
  const background = createMemoryBackground();
  const model = createEraseModel(background);
  model.ask();
  model.cancel();
  await model.confirm();
  expect(background.calls).toEqual([]);
  expect(model.stage.value).toBe('resting');
});

test('says what could not be erased, and can be tried again', async () => {
  const background = createMemoryBackground();
  background.fail('eraseEverything', REFUSED);
  const model = createEraseModel(background);
  model.ask();
  await model.confirm();
  expect(model.failure.value).toEqual(REFUSED);
  expect(model.stage.value).toBe('resting');
  model.ask();
  expect(model.failure.value).toBeUndefined();
});
