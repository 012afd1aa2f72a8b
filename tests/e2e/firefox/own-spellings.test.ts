import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { OWN_CODE, startOwnProvider } from '../support/own-provider.ts';
import { poll } from '../support/poll.ts';

const STATE = 'ticket-5b1c7a90e2f64d38';

test('callbacks under an own profile’s names are captured, matched, evaluated and held in Firefox', async ({
  sandbox,
  firefox,
}) => {
  const provider = await startOwnProvider();
  try {
    const background = await firefox.link();
    await background.page.evaluate(
      (profile) => browser.storage.local.set({ [`profile:${profile.id}`]: profile }),
      provider.profile,
    );
    await background.call('setRecording', true);
    const callback = `${sandbox.urls.client}/callback`;
    const outcomes = async () =>
      (await background.call('recentCallbacks', 10)).map(({ provider: name, code, state, outcome }) => ({
        name,
        code,
        state,
        outcome,
      }));
    const tab = await firefox.newTab();
    for (const answer of ['query', 'form'] as const) {
      await tab.goto(provider.signInUrl(callback, STATE, answer));
      await tab.waitForSelector('#callback');
      await expect.poll(outcomes).toEqual([
        {
          name: 'Acme Bank',
          code: OWN_CODE,
          state: STATE,
          outcome: { kind: 'granted', granted: 'code', exchange: 'not-observed' },
        },
      ]);
      await background.call('clear', 'all');
    }
    await tab.goto(provider.signInUrl(callback, STATE, 'forged'));
    await expect
      .poll(async () => (await outcomes()).map(({ outcome }) => outcome))
      .toEqual([{ kind: 'state-mismatch', sent: STATE, received: 'another-ticket-0d9b7e42' }]);

    await background.call('clear', 'all');
    const before = sandbox.inbox.callbacks().length;
    await background.call('setHold', { on: true });
    void tab.goto(provider.signInUrl(callback, STATE, 'query'), { timeout: 1_000 }).catch(() => undefined);
    const held = await poll(async () => {
      const recent = await background.call('recentCallbacks', 10);
      return recent.find(({ status }) => status === 'held');
    }, 'A held callback');
    expect(held).toMatchObject({ provider: 'Acme Bank', code: OWN_CODE, state: STATE });
    expect(sandbox.inbox.callbacks()).toHaveLength(before);
    await background.call('release', held.id, { as: 'it was' });
    await expect
      .poll(() =>
        sandbox.inbox
          .callbacks()
          .slice(before)
          .map(({ search }) => search),
      )
      .toEqual([`?${new URLSearchParams({ authCode: OWN_CODE, ticket: STATE })}`]);
  } finally {
    await provider.stop();
  }
});
