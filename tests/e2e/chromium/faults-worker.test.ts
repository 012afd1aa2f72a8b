import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '../support/fixtures.ts';
import { isAnswerKept } from '../support/is-answer-kept.ts';
import { sampleOf } from '../support/sample.ts';
import { codeOf, startStepProvider } from '../support/step-provider.ts';

const FLOWS = sampleOf(50, 12);
const PAGES = 3;
/** One before each flow and one on each of its pages. */
const STOPS = FLOWS * (1 + PAGES);

test.use({ ownBrowser: true });

test(`keeps every flow whole although the worker was stopped before each of its steps, ${STOPS} times`, async ({
  extension,
}) => {
  test.setTimeout(300_000);
  await extension.record(true);
  const provider = await startStepProvider();
  const bare = await extension.openPage('devtools.html');
  const { tab } = extension;
  const states = Array.from({ length: FLOWS }, (_, index) => `stopped-${index}`);
  let stops = 0;
  const stop = async (): Promise<void> => {
    await extension.stopWorker();
    stops += 1;
  };
  for (const state of states) {
    await stop();
    await tab.goto(provider.pagedUrl(state, PAGES));
    for (let page = 0; page < PAGES; page++) {
      // The browser may still be telling the worker of the page that is already on show.
      await expect.poll(() => isAnswerKept(bare, tab.url())).toBe(true);
      await stop();
      await tab.click('#on');
    }
    await tab.waitForURL(/\/callback/);
    await expect.poll(() => isAnswerKept(bare, tab.url())).toBe(true);
  }
  await provider.stop();

  expect(stops).toBe(STOPS);
  const background = await extension.link();
  await expect.poll(async () => (await background.call('recentCallbacks', FLOWS * 2)).length).toBe(FLOWS);
  const kept = await background.call('recentCallbacks', FLOWS * 2);
  const expected = states.map((state) => ({
    state,
    code: codeOf(state),
    status: 'completed',
    // authorize, three pages, the redirect back, the callback
    hops: PAGES + 3,
    late: false,
  }));
  const seen = kept.map(({ state, code, status, hops, marks }) => ({
    state,
    code,
    status,
    hops,
    late: marks.includes('request-not-seen'),
  }));
  const byState = (a: { state?: string | undefined }, b: { state?: string | undefined }): number =>
    (a.state ?? '').localeCompare(b.state ?? '', 'en', { numeric: true });
  expect(seen.toSorted(byState)).toEqual(expected);
});

test(`knows every callback although the worker was stopped at a random moment within the flow, ${FLOWS} times`, async ({
  extension,
  workbench,
}, info) => {
  test.setTimeout(300_000);
  const provider = await startStepProvider();
  const background = await extension.link();
  const { tab } = extension;
  const redirects = 8;
  // As random as real ones: a callback of which only short words are seen could be any page.
  const states = Array.from({ length: FLOWS }, (_, index) => `moment-${index}-${randomUUID()}`);
  for (const state of states) {
    const navigation = tab.goto(provider.authorizeUrl(state, redirects));
    // The moment itself is the point: anywhere in a chain that takes some tens of milliseconds.
    await wait(Math.random() * 40);
    await extension.stopWorker();
    await navigation;
    await expect(workbench.flow).toContainText(codeOf(state));
  }
  await provider.stop();
  const kept = await background.call('recentCallbacks', FLOWS * 2);
  const whole = kept.filter(({ hops }) => hops === redirects + 1).length;
  const found = kept.filter(({ marks }) => marks.includes('missed')).length;
  const share = `${kept.length} of ${FLOWS} callbacks, ${whole} with every hop, ${found} found by looking at the tab`;
  info.annotations.push({ type: 'kept', description: share });
  console.log(`  ${share}`);
  expect(kept.map(({ code }) => code).toSorted()).toEqual(states.map(codeOf).toSorted());
});
