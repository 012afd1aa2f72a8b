import { describe, expect, it, vi } from 'vitest';
import { createClearing } from '../../../lib/capture/clearing.ts';
import { createRecorder } from '../../../lib/capture/recorder.ts';
import { createRecording } from '../../../lib/capture/recording.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import { LONG_AFTER, live, observeAll, settled } from '../support/life.ts';
import { memoryArchive, memoryArea, memorySession, memorySettings } from '../support/memory.ts';
import { Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;
const answer = (state: string): string => `${CLIENT}?code=abc&state=${state}`;
const submitted = (tab: number, state: string): Story =>
  new Story(tab)
    .at(tab * 100)
    .request(authorize(state))
    .redirect(authorize(state), 302, answer(state))
    .respond(answer(state));

describe('the recorder', () => {
  it('writes each observation under its own key in the handler, before it is known whether it counts', () => {
    const life = live();
    const [first] = submitted(1, 's1').observations;
    life.recorder.observe(first as Observation);
    expect([...life.area.items]).toEqual([[`o:${first?.id}`, JSON.stringify(first)]]);
  });

  it('rebuilds flows from the journal after the background died between authorize request and callback', async () => {
    const [request, ...rest] = submitted(1, 's1').observations;
    const before = live();
    await before.recorder.ready;
    before.recorder.observe(request as Observation);
    await settled(before);

    const after = live({ area: before.area, archive: before.archive, settings: before.settings });
    for (const observation of rest) after.recorder.observe(observation);
    await after.recorder.ready;
    expect(after.store.summaries()).toMatchObject([
      { status: 'completed', code: 'abc', state: 's1', hops: 2 },
    ]);
  });

  it('keeps nothing while recording is off, not even what it wrote before it knew', async () => {
    const life = live({
      area: memoryArea(),
      archive: memoryArchive(),
      settings: memorySettings({ recording: 'off' }),
    });
    observeAll(life, submitted(1, 's1'));
    await life.recorder.ready;
    observeAll(life, submitted(2, 's2'));
    await vi.waitFor(() => expect(life.area.items.size).toBe(0));
    expect(life.store.summaries()).toEqual([]);
  });

  it('loses no hop when the callback is told of before the hops that led to it', async () => {
    const life = live();
    await life.recorder.ready;
    const [request, ...hops] = new Story(1)
      .request(authorize('s1'))
      .redirect(authorize('s1'), 302, 'https://as.example/login')
      .redirect('https://as.example/login', 303, answer('s1')).observations;
    const committed = new Story(1).at(500).committed(answer('s1')).observations;
    for (const observation of [request as Observation, ...committed, ...hops])
      life.recorder.observe(observation);
    expect(life.store.live()[0]?.hops.map(({ role }) => role)).toEqual([
      'authorize request',
      'provider',
      'callback',
    ]);
  });

  it('keeps nothing of ordinary traffic', async () => {
    const life = live();
    await life.recorder.ready;
    observeAll(life, new Story(1).request('https://news.example/').respond('https://news.example/'));
    expect(life.area.items.size).toBe(0);
  });

  it('asks once for each tab with a flow whether it is private', async () => {
    const life = live();
    await life.recorder.ready;
    observeAll(life, submitted(1, 's1'));
    observeAll(life, submitted(100, 's2'));
    await settled(life);
    expect(life.store.live().map((flow) => flow.private)).toEqual([false, true]);
  });

  it('tells a change once for each flow and not for others', async () => {
    const life = live();
    await life.recorder.ready;
    observeAll(life, submitted(1, 's1'));
    await settled(life);
    life.changes.length = 0;
    observeAll(life, submitted(2, 's2'));
    const ids = new Set(life.changes.flatMap(({ changed }) => changed));
    expect([...ids].map((id) => life.store.summary(id)?.state)).toEqual(['s2']);
  });
});

describe('a journal that is full', () => {
  it('moves settled flows to the archive, keeps them in the list and goes on', async () => {
    const life = live({
      area: memoryArea(12_000),
      archive: memoryArchive(),
      settings: memorySettings({ recording: 'always' }),
    });
    await life.recorder.ready;
    for (let tab = 1; tab <= 20; tab++) {
      observeAll(life, submitted(tab, `s${tab}`));
      await settled(life);
    }
    await vi.waitFor(() => expect(life.archive.flows.size).toBeGreaterThan(0));
    expect(life.dropped).toEqual([]);
    expect(life.store.summaries()).toHaveLength(20);
    for (const { id } of life.store.summaries())
      expect((await life.store.flow(id))?.status).toBe('completed');

    const after = live({ area: life.area, archive: life.archive, settings: life.settings });
    await after.recorder.ready;
    expect(
      after.store
        .summaries()
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(
      life.store
        .summaries()
        .map(({ state }) => state)
        .toSorted(),
    );
  });

  it('never archives a flow of a private window, and says what it could not keep', async () => {
    const life = live({
      area: memoryArea(6_000),
      archive: memoryArchive(),
      settings: memorySettings({ recording: 'always' }),
    });
    await life.recorder.ready;
    for (let tab = 100; tab < 110; tab++) {
      observeAll(life, submitted(tab, `s${tab}`));
      await settled(life);
    }
    await vi.waitFor(() => expect(life.dropped[0]).toBe('QUOTA_BYTES quota exceeded'));
    expect(life.archive.flows.size).toBe(0);
    expect(life.store.summaries()).toHaveLength(10);
  });
});

describe('clearing', () => {
  it('takes one tab’s flows away and brings them back', async () => {
    const life = live();
    await life.recorder.ready;
    observeAll(life, submitted(1, 's1'));
    observeAll(life, submitted(2, 's2'));
    await settled(life);
    const { cleared, undoId } = await life.clearing.clear({ tabId: 1 });
    expect(cleared).toBe(1);
    expect(life.store.summaries().map(({ state }) => state)).toEqual(['s2']);
    expect(await life.clearing.undo(undoId)).toEqual({ restored: 1 });
    expect(
      life.store
        .summaries()
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['s1', 's2']);
  });

  it('holds after the background died, and can still be undone', async () => {
    const before = live();
    await before.recorder.ready;
    observeAll(before, submitted(1, 's1'));
    await settled(before);
    const { undoId } = await before.clearing.clear('all');
    const after = live({ area: before.area, archive: before.archive, settings: before.settings });
    await after.recorder.ready;
    expect(after.store.summaries()).toEqual([]);
    await after.clearing.undo(undoId);
    expect(after.store.summaries().map(({ state }) => state)).toEqual(['s1']);
  });

  it('removes for good what is past its time', async () => {
    const life = live();
    await life.recorder.ready;
    observeAll(life, submitted(1, 's1'));
    await settled(life);
    const { undoId } = await life.clearing.clear('all');
    await createClearing(life.store, life.journal, () => LONG_AFTER + 10_001).purgeExpired();
    expect(life.area.items.size).toBe(0);
    expect(await life.clearing.undo(undoId)).toEqual({ restored: 0 });
  });
});

it('what is seen before anything is read back does not count when recording turns out to be off', async () => {
  const storage = {
    area: memoryArea(),
    archive: memoryArchive(),
    settings: memorySettings({ recording: 'off' }),
  };
  const { store, journal } = live(storage);
  const slow = createRecorder({
    store,
    load: async () => {
      // By now the early ones stand in the journal.
      await vi.waitFor(async () => expect((await journal.read()).observations).not.toEqual([]));
      await store.load();
    },
    recording: createRecording({
      settings: storage.settings,
      session: memorySession(),
      onChange: () => undefined,
    }),
    isPrivate: async () => false,
    identified: (tabId, isPrivate) => new Story(tabId).identified(isPrivate).observations[0] as Observation,
  });
  for (const observation of submitted(1, 'early').observations) slow.observe(observation);
  await slow.ready;
  expect(store.live()).toEqual([]);
  await vi.waitFor(async () => expect((await journal.read()).observations).toEqual([]));
});
