import { expect, it } from 'vitest';
import { createFrameWatch, LOOK_FOR } from '../../../lib/capture/frame-watch.ts';
import type { TabLeft } from '../../../lib/flow/observation.ts';
import { outcomeOf } from '../../../lib/flow/outcome.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { flowsOf, onlyFlow, Story } from '../support/observations.ts';

const AUTHORIZE =
  'https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=s1';
const inFrame = (): Story => new Story(1, 4).request(AUTHORIZE);

/** A watch over flows, whose looks happen when `look` is called. */
function watching(flows: readonly Flow[], there: () => boolean, now = flows[0]?.startedAt ?? 0) {
  const seen: TabLeft[] = [];
  const waiting: (() => void)[] = [];
  const watch = createFrameWatch({
    flows: () => flows,
    isThere: async () => there(),
    record: (observation) => seen.push(observation),
    metadata: (at) => ({ id: `watch.${seen.length}`, at }),
    now: () => now,
    later: (run) => waiting.push(run),
  });
  watch.flowsChanged();
  const look = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { seen, waiting, look };
}

it('tells of a frame that two looks in a row miss, by which its flow ends', async () => {
  const story = inFrame().respond(AUTHORIZE);
  const { seen, look } = watching(flowsOf(story), () => false);
  await look();
  expect(seen).toEqual([]);
  await look();
  expect(seen).toMatchObject([{ kind: 'left', tabId: 1, frameId: 4, frameRemoved: true }]);
  const ended = onlyFlow(story.removed());
  expect([outcomeOf(ended), ended.status]).toEqual([{ kind: 'frame-removed' }, 'abandoned']);
});

it('tells of none that is there again', async () => {
  const answers = [false, true, false];
  const { seen, look } = watching(flowsOf(inFrame().respond(AUTHORIZE)), () => answers.shift() ?? true);
  for (let index = 0; index < 4; index++) await look();
  expect(seen).toEqual([]);
});

it.each([
  ['that shows no page yet', inFrame()],
  ['whose flow was answered', inFrame().redirect(AUTHORIZE, 302, 'https://app.example/cb?code=c&state=s1')],
  ['that is the tab itself', new Story(1).request(AUTHORIZE).respond(AUTHORIZE)],
])('does not look for a frame %s', (_, story) => {
  expect(watching(flowsOf(story), () => false).waiting).toEqual([]);
});

it('looks no more after a time', () => {
  const [flow] = flowsOf(inFrame().respond(AUTHORIZE));
  if (!flow) throw new Error('There is no flow.');
  expect(watching([flow], () => false, flow.startedAt + LOOK_FOR + 1).waiting).toEqual([]);
});

it('ends no flow that is answered after all', () => {
  const story = inFrame().respond(AUTHORIZE).removed().request('https://app.example/cb?code=c&state=s1');
  expect(outcomeOf(onlyFlow(story)).kind).toBe('arriving');
});
