import { describe, expect, it, vi } from 'vitest';
import type { FlowChange } from '../../../lib/capture/flow-change.ts';
import { createFlowStore } from '../../../lib/capture/flow-store.ts';
import { createSubmissions } from '../../../lib/capture/submissions.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import type { Archive } from '../../../lib/storage/archive.ts';
import { batchJournal } from '../../../lib/storage/batched-journal.ts';
import { countArchive } from '../../../lib/storage/counted-archive.ts';
import { createJournal } from '../../../lib/storage/journal.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { memoryArchive, memoryArea } from '../support/memory.ts';
import { Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;
const answer = (state: string): string => `${CLIENT}?code=code-${state}&state=${state}`;
const NOW = 1_700_000_100_000;

const submitted = (tab: number, state: string, isPrivate = false): Story =>
  new Story(tab)
    .at(tab * 100)
    .request(authorize(state))
    .redirect(authorize(state), 302, answer(state))
    .respond(answer(state))
    .identified(isPrivate);

/** A background that keeps history, over an archive that may fail. */
function keeping(
  options: { archive?: Archive; flows?: number; bytes?: number; area?: ReturnType<typeof memoryArea> } = {},
) {
  const { archive = memoryArchive(), flows = 1_000, bytes = 1_000_000, area = memoryArea() } = options;
  const changes: FlowChange[] = [];
  const expired: number[] = [];
  const store = createFlowStore({
    journal: batchJournal(createJournal(area)),
    archive: countArchive(archive),
    catalogue: () => CATALOGUE,
    now: () => NOW,
    onChange: (change) => changes.push(change),
    onDropped: () => undefined,
    onExpired: (count) => expired.push(count),
    caps: { flows, bytes },
  });
  store.history.setOn(true);
  const record = async (...stories: readonly Story[]): Promise<void> => {
    for (const observation of stories.flatMap((story) => story.observations)) store.record(observation);
    await store.history.settled();
  };
  let count = 0;
  const { submitCallback, submitWebhooks, pin } = createSubmissions({
    store,
    ready: Promise.resolve(),
    metadata(at) {
      count += 1;
      return { at, id: `${at}-${String(count).padStart(4, '0')}-told` };
    },
    now: () => NOW,
    catalogue: () => CATALOGUE,
    isPrivate: async (tabId) => tabId >= 100,
  });
  return { archive, area, store, changes, expired, record, submitCallback, submitWebhooks, pin };
}

const statesOn = async (archive: Archive): Promise<readonly (string | undefined)[]> =>
  (await archive.summaries()).map(({ state }) => state).toSorted();

describe('history that is kept', () => {
  it('is on disk with every change, also of flows that still wait', async () => {
    const { archive, record, store } = keeping();
    await record(new Story(1).request(authorize('s1')).identified(false));
    expect(await archive.summaries()).toMatchObject([{ state: 's1', status: 'open' }]);
    await record(submitted(2, 's2'));
    expect(await archive.summaries()).toMatchObject([
      { state: 's1', status: 'open' },
      { state: 's2', status: 'completed' },
    ]);
    expect(await store.history.status()).toMatchObject({ on: true, flows: 2 });
  });

  it('never holds a flow of a private window, nor one of which that is not known', async () => {
    const { archive, record } = keeping();
    await record(submitted(1, 's1', true), new Story(2).at(200).request(authorize('s2')));
    expect(await archive.summaries()).toEqual([]);
  });

  it('begins with what is there when it is switched on, and gets nothing more when it is switched off', async () => {
    const { archive, record, store } = keeping();
    store.history.setOn(false);
    await record(submitted(1, 's1'));
    expect(await archive.summaries()).toEqual([]);
    store.history.setOn(true);
    await store.history.settled();
    expect(await statesOn(archive)).toEqual(['s1']);
    store.history.setOn(false);
    await record(submitted(2, 's2'));
    expect(await statesOn(archive)).toEqual(['s1']);
  });

  it('loses the oldest flows that are not pinned when there are too many, and says how many', async () => {
    const { archive, record, store, expired, pin } = keeping({ flows: 2 });
    await record(submitted(1, 's1'));
    const [first] = store.live();
    await pin(first?.id ?? '', true);
    await record(submitted(2, 's2'), submitted(3, 's3'));
    expect(await statesOn(archive)).toEqual(['s1', 's3']);
    expect(expired.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(store.summaries().map(({ state }) => state)).toContain('s2');
  });

  it('loses the oldest flows when they are too big', async () => {
    const { archive, record } = keeping({ bytes: 6_000 });
    for (let tab = 1; tab <= 9; tab++) await record(submitted(tab, `s${tab}`));
    const kept = await statesOn(archive);
    expect(kept).toContain('s9');
    expect(kept).not.toContain('s1');
    const bytes = (await archive.sizes()).reduce((sum, size) => sum + size.bytes, 0);
    expect(bytes).toBeLessThanOrEqual(6_000);
  });

  it('follows a webhook that finds its flow: what waited alone is no flow of its own on disk either', async () => {
    const { archive, record, submitWebhooks } = keeping();
    await submitWebhooks({ text: 'code=code-s1&state=s1' });
    await vi.waitFor(async () => expect(await archive.summaries()).toHaveLength(1));
    await record(submitted(1, 's1'));
    expect(await statesOn(archive)).toEqual(['s1']);
  });
});

describe('a disk that fails', () => {
  const failing = (): Archive & { broken: Error | undefined } => {
    const archive = memoryArchive();
    const guarded = {
      broken: undefined as Error | undefined,
      ...archive,
      put: async (entries: Parameters<Archive['put']>[0]) => {
        if (guarded.broken) throw guarded.broken;
        return archive.put(entries);
      },
    };
    return guarded;
  };

  it('is told of, with what is in memory only, and tried again with the next change', async () => {
    const archive = failing();
    const { record, store } = keeping({ archive });
    archive.broken = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    await record(submitted(1, 's1'));
    expect(store.summaries()).toMatchObject([{ state: 's1', status: 'completed' }]);
    expect(await store.history.status()).toMatchObject({
      flows: 0,
      trouble: 'the disk is full; 1 flow is in memory only',
    });
    archive.broken = undefined;
    await record(submitted(2, 's2'));
    expect(await statesOn(archive)).toEqual(['s1', 's2']);
    expect(await store.history.status()).not.toHaveProperty('trouble');
  });

  it('tells what is in memory only also while it is tried again', async () => {
    const archive = failing();
    const { record, store } = keeping({ archive });
    archive.broken = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    await record(submitted(1, 's1'));
    const [again] = submitted(2, 's2').observations;
    if (again) store.record(again);
    expect((await store.history.status()).trouble).toBe('the disk is full; 1 flow is in memory only');
    await store.history.settled();
  });

  it('is tried again by itself, and what it held meanwhile comes into the list', async () => {
    vi.useFakeTimers();
    const earlier = keeping();
    await earlier.record(submitted(1, 'earlier'));
    const archive = failing();
    await archive.put(
      await Promise.all(
        (await earlier.archive.summaries()).map(async (summary) => ({
          summary,
          flow: (await earlier.archive.flow(summary.id)) as Flow,
        })),
      ),
    );
    const summaries = archive.summaries;
    archive.broken = new Error('no');
    archive.summaries = () => (archive.broken ? Promise.reject(archive.broken) : summaries());
    const { record, store } = keeping({ archive });
    await store.load();
    await record(submitted(2, 'meanwhile'));
    expect(store.summaries().map(({ state }) => state)).toEqual(['meanwhile']);
    archive.broken = undefined;
    await vi.advanceTimersByTimeAsync(5_000);
    await store.history.settled();
    vi.useRealTimers();
    expect(
      store
        .summaries()
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['earlier', 'meanwhile']);
    expect(await statesOn(archive)).toEqual(['earlier', 'meanwhile']);
    expect(await store.history.status()).not.toHaveProperty('trouble');
  });

  it('and a full journal together: what is dropped is told, and nothing else fails', async () => {
    const dropped: string[] = [];
    const archive = failing();
    archive.broken = new Error('no');
    const store = createFlowStore({
      journal: batchJournal(createJournal(memoryArea(300))),
      archive: countArchive(archive),
      catalogue: () => CATALOGUE,
      now: () => NOW,
      onChange: () => undefined,
      onDropped: (reason) => dropped.push(reason),
    });
    for (const observation of submitted(1, 's1').observations) store.record(observation);
    await vi.waitFor(() => expect(dropped).toContain('QUOTA_BYTES quota exceeded'));
    expect(store.summaries()).toMatchObject([{ state: 's1', status: 'completed' }]);
  });

  it('that cannot be opened keeps nobody from capturing', async () => {
    const refuse = async (): Promise<never> => {
      throw new Error('Internal error opening backing store.');
    };
    const broken: Archive = {
      put: refuse,
      summaries: refuse,
      flow: refuse,
      unreadable: refuse,
      sizes: refuse,
      remove: refuse,
      clear: refuse,
      forget: () => undefined,
    };
    const { store, record } = keeping({ archive: broken });
    await store.load();
    await record(submitted(1, 's1'));
    expect(store.summaries()).toHaveLength(1);
    expect((await store.history.status()).trouble).toBe(
      'the browser’s storage failed (Internal error opening backing store); 1 flow is in memory only',
    );
  });
});

describe('what a person tells', () => {
  it('joins a flow that is only in the archive', async () => {
    const area = memoryArea();
    const before = keeping({ area });
    const url = authorize('s1');
    await before.record(
      new Story().launched(url, { tabId: -1, redirectUri: CLIENT, state: 's1', phone: { private: false } }),
    );
    const after = keeping({ archive: before.archive });
    await after.store.load();
    expect(after.store.live()).toEqual([]);
    const { flowId, match } = await after.submitCallback({ text: answer('s1') });
    expect(match).toBe('joined');
    expect(await after.store.flow(flowId)).toMatchObject({
      status: 'completed',
      callback: { url: answer('s1') },
    });
    expect(after.store.summaries()).toMatchObject([{ id: flowId, code: 'code-s1' }]);
    expect((await after.submitCallback({ text: answer('s1') })).match).toBe('known');
    expect(await after.submitWebhooks({ text: 'code=code-s1&state=s1' })).toMatchObject({
      joined: 1,
      flowId,
    });
    expect(await after.submitWebhooks({ text: 'code=code-s1&state=s1' })).toMatchObject({ known: 1 });
    expect(await after.pin(flowId, true)).toEqual({ pinned: true });
    expect(await before.archive.flow(flowId)).toMatchObject({ pinned: true, webhooks: [{ from: 'pasted' }] });
    expect(after.area.items.size).toBe(0);
  });

  it('in the panel of a private window never reaches the disk', async () => {
    const { archive, submitCallback, submitWebhooks, store } = keeping();
    await submitCallback({ text: answer('s1'), tabId: 100 });
    await submitWebhooks({ text: 'code=c2&state=s2', tabId: 100 });
    await store.history.settled();
    expect(store.live().map((flow) => flow.private)).toEqual([true, true]);
    expect(await archive.summaries()).toEqual([]);
  });

  it('is refused with the reason when there is nothing in it, and changes nothing', async () => {
    const { submitCallback, submitWebhooks, pin, area } = keeping();
    await expect(submitCallback({ text: 'hello' })).rejects.toMatchObject({
      failure: { code: 'no-callback' },
    });
    await expect(submitWebhooks({ text: '{' })).rejects.toMatchObject({ failure: { code: 'not-json' } });
    await expect(pin('gone', true)).rejects.toMatchObject({ failure: { code: 'no-flow' } });
    expect(area.items.size).toBe(0);
  });
});
