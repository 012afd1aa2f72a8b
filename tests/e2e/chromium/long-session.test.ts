import { ARCHIVE_ABOVE } from '../../../lib/capture/archive-settled.ts';
import { expect, test } from '../support/fixtures.ts';
import { startStepProvider } from '../support/step-provider.ts';

/** More than the journal keeps of settled flows, twice over. */
const CALLBACKS = 2 * ARCHIVE_ABOVE + 100;
const LANES = 6;
/** Observations of a flow that has no redirect between its request and its callback, at most. */
const OBSERVATIONS = 10;

/** Has frames go from callback to callback, each frame one after the other. */
const driveFrames = (urls: readonly string[]): string => `
  const urls = ${JSON.stringify(urls)};
  let left = urls.length;
  const drive = async (lane) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    for (let index = lane; index < urls.length; index += ${LANES}) {
      const loaded = new Promise((done) => { frame.onload = done; });
      frame.src = urls[index];
      await loaded;
      if (--left === 0) document.title = 'done';
    }
  };
  for (let lane = 0; lane < ${LANES}; lane++) void drive(lane);`;

test.use({ ownBrowser: true });

test('a session of many callbacks keeps all of them and the journal small', async ({
  extension,
  background,
  workbench,
}) => {
  test.setTimeout(400_000);
  const provider = await startStepProvider();
  const { tab } = extension;
  const states = Array.from({ length: CALLBACKS }, (_, index) => `long-${index}`);
  await tab.goto(provider.pageUrl('driver'));
  await tab.addScriptTag({ content: driveFrames(states.map((state) => provider.authorizeUrl(state, 0))) });
  await tab.waitForFunction(() => document.title === 'done', undefined, { timeout: 300_000 });
  const kept = async (): Promise<number> => (await background.call('recentCallbacks', 5_000)).length;
  await expect.poll(kept, { timeout: 60_000 }).toBe(CALLBACKS);

  const observations = (): Promise<number> =>
    workbench.page.evaluate(
      async () =>
        Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('o:')).length,
    );
  // What the journal may let go is looked at when something is written to it.
  let more = 0;
  await expect
    .poll(
      async () => {
        await tab.goto(provider.authorizeUrl(`after-${more++}`, 0));
        return observations();
      },
      { timeout: 60_000, intervals: [1_000] },
    )
    .toBeLessThanOrEqual(ARCHIVE_ABOVE * OBSERVATIONS);
  const all = await background.call('recentCallbacks', 5_000);
  expect(all.flatMap(({ state = '' }) => (state.startsWith('long-') ? [state] : [])).toSorted()).toEqual(
    states.toSorted(),
  );
  expect(all.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect((await background.call('status')).dropped).toBe(0);
  await provider.stop();
});
