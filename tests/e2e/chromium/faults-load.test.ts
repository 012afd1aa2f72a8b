import { MAX_LIVE_FLOWS } from '../../../lib/flow/types.ts';
import { expect, test } from '../support/fixtures.ts';
import { sampleOf } from '../support/sample.ts';
import { codeOf, startStepProvider } from '../support/step-provider.ts';

const SECONDS = sampleOf(60, 8);
const REDIRECTS_A_SECOND = 200;
const CHAIN = 10;
const LANES = 8;
const FORGED = sampleOf(1_000, 250);

/** Has frames go through chains of redirects, each frame one after the other, so many redirects in a second together. */
const driveFrames = (urls: readonly string[]): string => `
  const urls = ${JSON.stringify(urls)};
  const pause = ${(1_000 * CHAIN * LANES) / REDIRECTS_A_SECOND};
  let left = urls.length;
  const drive = async (lane) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    for (let index = lane; index < urls.length; index += ${LANES}) {
      const next = new Promise((done) => setTimeout(done, pause));
      const loaded = new Promise((done) => { frame.onload = done; });
      frame.src = urls[index];
      await Promise.all([loaded, next]);
      if (--left === 0) document.title = 'done';
    }
  };
  for (let lane = 0; lane < ${LANES}; lane++) void drive(lane);`;

test.use({ ownBrowser: true });

test(`keeps every flow of ${SECONDS} seconds of 200 redirects a second`, async ({
  extension,
  background,
  workbench,
}) => {
  test.setTimeout(400_000);
  const provider = await startStepProvider();
  const flows = (SECONDS * REDIRECTS_A_SECOND) / CHAIN;
  const states = Array.from({ length: flows }, (_, index) => `load-${index}`);
  const began = Date.now();
  const { tab } = extension;
  await tab.goto(provider.pageUrl('driver'));
  await tab.addScriptTag({
    content: driveFrames(states.map((state) => provider.authorizeUrl(state, CHAIN))),
  });
  await tab.waitForFunction(() => document.title === 'done', undefined, { timeout: 300_000 });
  console.log(`  ${Math.round((flows * CHAIN * 1_000) / (Date.now() - began))} redirects a second`);
  await provider.stop();
  const kept = async (): Promise<number> => (await background.call('recentCallbacks', 5_000)).length;
  await expect.poll(kept, { timeout: 60_000 }).toBe(flows);
  const seen = await background.call('recentCallbacks', 5_000);
  expect(seen.map(({ state }) => state).toSorted()).toEqual(states.toSorted());
  expect(seen.filter(({ status, hops }) => status !== 'completed' || hops !== CHAIN + 1)).toEqual([]);
  expect((await background.call('status')).dropped).toBe(0);
  await expect(workbench.page.getByText(/ 0 dropped · recording/)).toBeVisible();
});

test(`a page that opens ${FORGED} forged callbacks spoils neither the real flow nor the memory`, async ({
  extension,
  background,
}) => {
  test.setTimeout(300_000);
  await extension.record(true);
  const provider = await startStepProvider();
  await extension.tab.goto(provider.pagedUrl('real', 1));
  const attacker = await extension.context.newPage();
  const script = `
    let left = ${FORGED};
    const frame = document.createElement('iframe');
    frame.onload = () => {
      if (left-- > 0) frame.src = '${provider.origin}/callback?code=forged-' + left + '&state=forged-' + left;
      else document.title = 'done';
    };
    frame.src = 'about:blank';
    document.body.append(frame);`;
  await attacker.goto(provider.pageUrl(`<body><script>${script}</script></body>`));
  await attacker.waitForFunction(() => document.title === 'done', undefined, { timeout: 200_000 });
  await extension.tab.click('#on');
  await extension.tab.waitForURL(/\/callback/);
  const real = async () =>
    (await background.call('recentCallbacks', 5_000)).find(({ state }) => state === 'real');
  await expect.poll(async () => (await real())?.code).toBe(codeOf('real'));
  expect(await real()).toMatchObject({ status: 'completed', code: codeOf('real') });
  expect((await background.call('status')).flows).toBeLessThanOrEqual(MAX_LIVE_FLOWS);
  await provider.stop();
});
