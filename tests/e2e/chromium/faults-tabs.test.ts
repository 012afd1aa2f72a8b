import { expect, test } from '../support/fixtures.ts';
import { poll } from '../support/poll.ts';
import { codeOf, startStepProvider } from '../support/step-provider.ts';

test.use({ ownBrowser: true });

test('a tab closed in the middle abandons its flow and touches no other', async ({
  extension,
  background,
}) => {
  await extension.record(true);
  const provider = await startStepProvider();
  const closing = await extension.context.newPage();
  await closing.goto(provider.pagedUrl('closed', 2));
  await extension.tab.goto(provider.pagedUrl('stays', 2));
  await closing.close();
  for (let page = 0; page < 2; page++) await extension.tab.click('#on');
  await extension.tab.waitForURL(/\/callback/);
  const workbench = await extension.openWorkbench();
  await expect(workbench.rows).toHaveCount(2);
  const [stays] = await background.call('recentCallbacks', 5);
  expect(stays).toMatchObject({ state: 'stays', code: codeOf('stays'), status: 'completed' });
  await workbench.show('closed');
  await expect(workbench.flow).toContainText('Tab closed before the callback');
  await provider.stop();
});

test('back, forward and reload make no second flow of one sign-in', async ({ extension, background }) => {
  await extension.record(true);
  const provider = await startStepProvider();
  const { tab } = extension;
  await tab.goto(provider.pagedUrl('history', 2));
  await tab.click('#on');
  await tab.click('#on');
  await tab.waitForURL(/\/callback/);
  await tab.goBack();
  await tab.goForward();
  await tab.waitForURL(/\/callback/);
  await tab.reload();
  await poll(async () => (await background.call('recentCallbacks', 5)).length > 0, 'A callback');
  const flows = await background.call('recentCallbacks', 5);
  expect(flows.map(({ state, code, status }) => ({ state, code, status }))).toEqual([
    { state: 'history', code: codeOf('history'), status: 'completed' },
  ]);
  await provider.stop();
});

test('a page that comes back from the back/forward cache makes no flow', async ({
  extension,
  background,
}) => {
  await extension.record(true);
  const provider = await startStepProvider();
  const { tab } = extension;
  await tab.goto(provider.authorizeUrl('cached', 1));
  await tab.goto(provider.pageUrl('elsewhere'));
  await tab.goBack();
  await tab.waitForURL(/\/callback/);
  const flows = await background.call('recentCallbacks', 5);
  expect(flows.map(({ state }) => state)).toEqual(['cached']);
  await provider.stop();
});

test('an authorize request that the browser prerendered and then showed is one flow', async ({
  extension,
  background,
}) => {
  await extension.record(true);
  const provider = await startStepProvider();
  const { tab } = extension;
  const url = provider.authorizeUrl('prerendered', 2);
  const rules = JSON.stringify({ prerender: [{ source: 'list', urls: [url] }] });
  await tab.goto(
    provider.pageUrl(`<script type="speculationrules">${rules}</script><a id="go" href="${url}">Go</a>`),
  );
  await tab.click('#go');
  await tab.waitForURL(/\/callback/);
  const flows = (): Promise<readonly unknown[]> =>
    background
      .call('recentCallbacks', 5)
      .then((found) => found.map(({ state, code, status }) => ({ state, code, status })));
  await expect
    .poll(flows)
    .toEqual([{ state: 'prerendered', code: codeOf('prerendered'), status: 'completed' }]);
  await provider.stop();
});

test('two workbenches and a popup show the same, and a flow cleared in one leaves all', async ({
  extension,
}) => {
  const provider = await startStepProvider();
  const first = await extension.openWorkbench();
  await first.record(true);
  const second = await extension.openWorkbench();
  const popup = await extension.openPopup();
  await extension.tab.goto(provider.authorizeUrl('everywhere', 2));
  await expect(first.flow).toContainText(codeOf('everywhere'));
  await expect(second.flow).toContainText(codeOf('everywhere'));
  await expect(popup.page.getByRole('list', { name: 'Recent callbacks' })).toContainText(
    codeOf('everywhere'),
  );
  await first.page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(second.rows).toHaveCount(0);
  await first.page.getByRole('button', { name: 'Undo' }).click();
  await expect(second.rows).toHaveCount(1);
  await provider.stop();
});

test('after the extension was reloaded with its pages open, recording goes on', async ({ extension }) => {
  await extension.record(true);
  await extension.allowReload();
  const workbench = await extension.openWorkbench();
  const provider = await startStepProvider();
  const gone = workbench.page.waitForEvent('close');
  // Its answer dies with the page.
  void workbench.page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await gone;
  const again = await poll(
    async () => extension.openWorkbench().catch(() => undefined),
    'The extension being back',
    60_000,
  );
  await expect(again.recordSwitch).toBeChecked();
  await extension.tab.goto(provider.authorizeUrl('after-reload', 2));
  await expect(again.flow).toContainText(codeOf('after-reload'));
  await provider.stop();
});
