import { expect, test } from '../support/fixtures.ts';
import { sampleOf } from '../support/sample.ts';

const TABS = 20;
const EACH = sampleOf(50, 10);

test.use({ ownBrowser: true });

test(`keeps all of ${TABS * EACH} callbacks that arrive in ${TABS} tabs at once`, async ({
  sandbox,
  extension,
  background,
  workbench,
}) => {
  test.setTimeout(180_000);
  const states = Array.from({ length: TABS * EACH }, (_, index) => `many-${index}`);
  await Promise.all(
    Array.from({ length: TABS }, async (_, lane) => {
      const page = await extension.context.newPage();
      for (const state of states.slice(lane * EACH, (lane + 1) * EACH)) {
        const query = new URLSearchParams({
          response_type: 'code',
          client_id: 'lab-client',
          scope: 'accounts',
          redirect_uri: `${sandbox.urls.client}/callback`,
          state,
        });
        await page.goto(`${sandbox.urls.lab}/authorize/302/query?${query}`, { waitUntil: 'commit' });
      }
    }),
  );
  const total = states.length.toLocaleString('en').replace(',', ',?');
  await expect(
    workbench.page.getByText(new RegExp(`^${total} flows · 0 held · 0 dropped · recording`)),
  ).toBeVisible({
    timeout: 60_000,
  });
  const recent = await background.call('recentCallbacks', 2 * states.length);
  expect(recent.map(({ state }) => state).toSorted()).toEqual(states.toSorted());
  expect(new Set(recent.map(({ code }) => code)).size).toBe(states.length);
  expect(recent.filter(({ status, hops }) => status !== 'completed' || hops !== 2)).toEqual([]);
});
