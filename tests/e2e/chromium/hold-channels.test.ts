import { releaseOf } from '../../../lib/flow/status.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import type { HoldChoice } from '../../../lib/messaging/hold-protocol.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import type { BackgroundLink } from '../support/background.ts';
import { deliveredParameters } from '../support/delivered.ts';
import { expect, test } from '../support/fixtures.ts';
import { HELD_CHANNELS, startHeld } from '../support/held-scenario.ts';
import { HoldPage } from '../support/hold-page.ts';

/** The flow with this state, as the background knows it now. */
async function flowOf(background: BackgroundLink, state: string): Promise<Flow> {
  const recent = await background.call('recentCallbacks', 50);
  const summary = recent.find((one) => one.state === state) ?? recent[0];
  const flow = summary && (await background.call('flow', summary.id));
  if (!flow) throw new Error(`There is no callback with the state ${state}.`);
  return flow;
}

/** The parameters as they came. */
const came = ({ callback }: Flow): [string, string][] =>
  (callback?.response.parameters ?? []).map(({ name, value }) => [name, value]);

const received = (sandbox: Sandbox, url: string): [string, string][] => {
  const { search = '', body = '' } = sandbox.inbox.callbacks().at(-1) ?? {};
  const hash = url.includes('#') ? url.slice(url.indexOf('#') + 1) : '';
  return [...new URLSearchParams(search), ...new URLSearchParams(body), ...new URLSearchParams(hash)];
};

/** A form follows its request so fast here that the redirect URI must be known before; a URL is recognised anywhere. */
const choiceFor = (id: string, sandbox: Sandbox): HoldChoice =>
  id.includes('form') ? { on: true, only: [`${sandbox.urls.client}/callback`] } : { on: true };

for (const id of HELD_CHANNELS) {
  test(`holds a callback and releases it as it was (${id})`, async ({ sandbox, extension, background }) => {
    await background.call('setHold', choiceFor(id, sandbox));
    const { url, state } = await startHeld(id, sandbox);
    const { tab } = extension;
    await tab.goto(url).catch(() => undefined);
    const page = await HoldPage.beside(tab);
    expect(sandbox.inbox.callbacks()).toEqual([]);
    const held = await flowOf(background, state);
    expect(held.status).toBe('held');
    await page.press('Release unmodified');
    await tab.waitForSelector('#callback');
    expect(received(sandbox, tab.url())).toEqual(came(held));
    expect(sandbox.inbox.callbacks()).toHaveLength(1);
    expect(sandbox.inbox.callbacks()[0]?.method).toBe(held.callback?.method);
    await expect
      .poll(async () => {
        const { status, hold, callback, hops } = await flowOf(background, state);
        return {
          status,
          changes: hold?.kind === 'released' ? hold.changes : undefined,
          delivery: callback?.delivery,
          last: hops.at(-1)?.status,
        };
      })
      .toEqual({ status: 'completed', changes: [], delivery: 'answered', last: 200 });
    await expect(background.call('release', held.id, { as: 'it was' })).rejects.toThrow(
      'already-decided, This callback was released already; a callback goes on once.',
    );
  });

  test(`releases a callback with a state that was tampered with (${id})`, async ({
    sandbox,
    extension,
    background,
  }) => {
    await background.call('setHold', choiceFor(id, sandbox));
    const { url, state } = await startHeld(id, sandbox);
    const { tab } = extension;
    await tab.goto(url).catch(() => undefined);
    const page = await HoldPage.beside(tab);
    const held = await flowOf(background, state);
    await page.press('Tamper state');
    await page.press('Release');
    await tab.waitForSelector('#callback');
    const delivered = deliveredParameters(sandbox, tab.url());
    expect(delivered?.get('state')).toBe(`${state}-tampered`);
    const before = new URLSearchParams(came(held));
    if (!id.includes('jarm')) expect(delivered?.get('code')).toBe(before.get('code'));
    await expect
      .poll(async () => releaseOf(await flowOf(background, state))?.changes.map(({ name }) => name))
      .toEqual([id.includes('jarm') ? 'response' : 'state']);
  });

  test(`drops a callback, which never arrives (${id})`, async ({ sandbox, extension, background }) => {
    await background.call('setHold', choiceFor(id, sandbox));
    const { url, state } = await startHeld(id, sandbox);
    const { tab } = extension;
    await tab.goto(url).catch(() => undefined);
    const page = await HoldPage.beside(tab);
    await page.press('Drop');
    await expect(page.page.getByRole('heading', { level: 1, name: 'Callback no longer held' })).toBeVisible();
    expect(sandbox.inbox.callbacks()).toEqual([]);
    const flow = await flowOf(background, state);
    expect({ status: flow.status, delivery: flow.callback?.delivery }).toEqual({
      status: 'abandoned',
      delivery: 'dropped',
    });
    await expect(background.call('release', flow.id, { as: 'it was' })).rejects.toThrow(
      'already-decided, This callback was dropped already.',
    );
  });
}

test('holds a posted callback although its redirect URI was never seen before', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  const { url, state } = await startHeld('lab-channel-query', sandbox);
  const posted = `${url.replace('/authorize/302/query', '/authorize')}&response_mode=form_post`;
  await extension.tab.goto(posted).catch(() => undefined);
  const page = await HoldPage.beside(extension.tab);
  await expect(page.value('state')).toHaveValue(state);
  expect(sandbox.inbox.callbacks()).toEqual([]);
  const { flows } = await background.call('status');
  expect(flows).toBe(1);
  const { hops } = await flowOf(background, state);
  expect(hops.map(({ role, method, status }) => [role, method, status])).toEqual([
    ['authorize request', 'GET', 200],
    ['callback', 'POST', undefined],
  ]);
});
