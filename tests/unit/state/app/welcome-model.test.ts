import { expect, test } from 'vitest';
import { createWelcomeModel, FIRST_SCENARIO } from '../../../../lib/state/app/welcome-model.ts';
import { createMemoryBackground, type MemoryBackground } from '../../support/memory-background.ts';
import { summaryOf } from '../../support/summary.ts';

const there: typeof fetch = async () => new Response('Scenarios');
const nobody: typeof fetch = async () => {
  throw new TypeError('Failed to fetch');
};

function makeModel(background: MemoryBackground, send: typeof fetch) {
  const opened: string[] = [];
  const model = createWelcomeModel({ background, send, now: () => 5_000, open: (url) => opened.push(url) });
  return { model, opened };
}

test('without a sandbox nothing is recorded and nothing opens', async () => {
  const background = createMemoryBackground();
  const { model, opened } = makeModel(background, nobody);
  await model.begin();
  expect([model.stage.value, opened, background.calls]).toEqual(['no sandbox', [], []]);
});

test('with one it records, opens the first scenario, and shows the callback that comes', async () => {
  const background = createMemoryBackground();
  background.put(summaryOf({ id: 'old', callbackAt: 4_000 }));
  const { model, opened } = makeModel(background, there);
  await model.begin();
  expect(background.calls).toEqual([{ name: 'setRecording', args: [true] }]);
  expect([model.stage.value, opened, model.callback.value]).toEqual(['waiting', [FIRST_SCENARIO], undefined]);
  const flow = summaryOf({ id: 'new', callbackAt: 6_000, code: 'c', state: 's' });
  background.put(flow);
  expect([model.stage.value, model.callback.value]).toEqual(['captured', flow]);
  model.dispose();
  expect(background.subscribers()).toBe(0);
});

test('a background that refuses is told, and nothing opens', async () => {
  const background = createMemoryBackground();
  const failure = { code: 'x', message: 'It broke.', remedy: 'Try again.' };
  background.fail('setRecording', failure);
  const { model, opened } = makeModel(background, there);
  await model.begin();
  expect([model.stage.value, model.failure.value, opened]).toEqual(['failed', failure, []]);
});
