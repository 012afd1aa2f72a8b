import { expect, test, vi } from 'vitest';
import { createCarrying } from '../../../lib/capture/carry-flows.ts';
import { resumeFlows } from '../../../lib/capture/resume-flows.ts';
import type { SessionBeginning } from '../../../lib/capture/session-beginning.ts';
import { createCarriedFlows } from '../../../lib/storage/carried-flows.ts';
import { createJournal } from '../../../lib/storage/journal.ts';
import { createLiveCount } from '../../../lib/storage/live-count.ts';
import { memoryArea } from '../support/memory.ts';
import { memoryVault } from '../support/memory-vault.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;
const waiting = (tab: number, state: string, isPrivate = false): Story =>
  new Story(tab)
    .at(tab * 100)
    .request(authorize(state))
    .identified(isPrivate);
const answered = (tab: number, state: string): Story =>
  waiting(tab, state).redirect(authorize(state), 302, `${CLIENT}?code=c&state=${state}`);

/** A background with these stories in its journal, and the one that comes after it was reloaded. */
async function reloaded(
  stories: readonly Story[],
  { history = true, beginning = 'reload' as SessionBeginning, tabs = [1, 2, 3, 4] } = {},
) {
  const { local, session, vault } = memoryVault();
  await vault.keepArchive(history);
  const journal = createJournal(memoryArea());
  for (const story of stories) await journal.write(story.observations);
  const carry = createCarrying({
    live: () => stories.map((story) => onlyFlow(story)),
    journal,
    carried: createCarriedFlows(local, vault.archive),
    count: createLiveCount(local),
    keepsHistory: () => history,
  });
  carry();
  await vi.waitFor(() => expect(local.items.has('session:flows')).toBe(true));
  const stored = JSON.stringify([...local.items]);
  session.items.clear();
  const later = memoryVault(local, session).vault;
  const next = createJournal(memoryArea());
  const gone = await resumeFlows(history, {
    carried: createCarriedFlows(local, later.archive),
    count: createLiveCount(local),
    journal: next,
    beginning: async () => beginning,
    tabs: async () => new Set(tabs),
  });
  return { stored, gone, observations: (await next.read()).observations };
}

test('with history all that was seen of flows that wait is there after a reload, and nothing of it lies on disk in clear', async () => {
  const story = waiting(1, 'waits');
  const { stored, gone, observations } = await reloaded([story, answered(2, 'done')]);
  expect(observations).toEqual(story.observations);
  expect(gone).toBe(0);
  for (const text of ['waits', 'as.example', 'done']) expect(stored).not.toContain(text);
});

test('flows of private windows, of tabs that are gone and of an earlier start of the browser are not', async () => {
  expect((await reloaded([waiting(1, 'secret', true)])).observations).toEqual([]);
  expect((await reloaded([waiting(1, 's')], { tabs: [2] })).observations).toEqual([]);
  expect((await reloaded([waiting(1, 's')], { beginning: 'browser-start' })).observations).toEqual([]);
});

test('without history a reload says how many flows are gone, and a start of the browser says nothing', async () => {
  const stories = [waiting(1, 'one'), answered(2, 'two'), waiting(3, 'private', true)];
  const { stored, gone, observations } = await reloaded(stories, { history: false });
  expect({ gone, observations }).toEqual({ gone: 2, observations: [] });
  expect(stored).toBe('[["session:flows",2]]');
  expect((await reloaded(stories, { history: false, beginning: 'browser-start' })).gone).toBe(0);
});
