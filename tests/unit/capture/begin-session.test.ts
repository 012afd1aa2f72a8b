import { describe, expect, it } from 'vitest';
import { beginSession } from '../../../lib/capture/begin-session.ts';
import { evaluateRecorded } from '../../../lib/capture/evaluate-recorded.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { createDeletedFlows } from '../../../lib/storage/deleted-flows.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { memoryArchive, memoryArea, memorySettings } from '../support/memory.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const authorize = (state: string): string =>
  `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=${state}`;

const open = (): Flow => onlyFlow(new Story(7).opened(3, authorize('open')).request(authorize('open')));
const done = (): Flow =>
  onlyFlow(
    new Story(8).request(authorize('done')).redirect(authorize('done'), 302, `${CLIENT}?code=c&state=done`),
  );
const onPhone = (): Flow =>
  onlyFlow(
    new Story().launched(authorize('phone'), {
      tabId: -1,
      redirectUri: CLIENT,
      state: 'phone',
      phone: { private: false },
    }),
  );

async function session(history: boolean, flows: readonly Flow[]) {
  const archive = memoryArchive();
  await archive.put(
    flows.map((flow) => ({ flow, summary: evaluateRecorded(flow, 0, { catalogue: CATALOGUE }) })),
  );
  const local = memoryArea();
  const deleted = createDeletedFlows(local);
  let begun = false;
  const mark = {
    read: async () => begun,
    write: async () => {
      begun = true;
    },
  };
  const begin = () =>
    beginSession({
      archive,
      settings: memorySettings({ history }),
      deleted,
      mark,
      now: () => 0,
      catalogue: () => CATALOGUE,
    });
  return { archive, local, deleted, begin };
}

describe('a browser session that begins', () => {
  it('wipes what an earlier one left', async () => {
    const { archive, begin } = await session(false, [done()]);
    await begin();
    expect(archive.flows.size).toBe(0);
    expect(await archive.summaries()).toEqual([]);
  });

  it('wipes nothing when the background begins again in the same session', async () => {
    const { archive, begin } = await session(false, []);
    await begin();
    await archive.put([{ flow: done(), summary: evaluateRecorded(done(), 0, { catalogue: CATALOGUE }) }]);
    await begin();
    expect(archive.flows.size).toBe(1);
  });

  it('makes the kept flows the past: their tabs are gone, and only what a phone has still waits', async () => {
    const { archive, begin } = await session(true, [open(), done(), onPhone()]);
    await begin();
    expect(
      [...archive.flows.values()].map(({ status, tabId, marks, openerTabId }) => ({
        status,
        tabId,
        openerTabId,
        marks,
      })),
    ).toEqual([
      { status: 'abandoned', tabId: -1, openerTabId: -1, marks: ['in-popup', 'earlier-session'] },
      { status: 'completed', tabId: -1, openerTabId: undefined, marks: ['earlier-session'] },
      { status: 'open', tabId: -1, openerTabId: undefined, marks: ['launched', 'phone', 'earlier-session'] },
    ]);
    expect((await archive.summaries()).map(({ outcome }) => outcome)).toEqual([
      { kind: 'abandoned', why: 'browser closed' },
      { kind: 'granted', granted: 'code', exchange: 'not-observed' },
      { kind: 'waiting' },
    ]);
  });

  it('lets what was deleted stay deleted', async () => {
    const flow = done();
    const { archive, local, deleted, begin } = await session(true, [flow, open()]);
    await deleted.add([flow.id]);
    await begin();
    expect([...archive.flows.keys()]).toEqual([open().id]);
    expect(local.items.size).toBe(0);
  });
});

describe('the ids of deleted flows', () => {
  it('are added and taken without losing one, also at once', async () => {
    const area = memoryArea();
    const deleted = createDeletedFlows(area);
    await Promise.all([deleted.add(['a', 'b']), deleted.add(['b', 'c']), deleted.take(['a'])]);
    expect(await deleted.read()).toEqual(['b', 'c']);
    await deleted.take(['b', 'c']);
    expect(area.items.size).toBe(0);
  });
});
