import { expect, test, vi } from 'vitest';
import { countArchive } from '../../../lib/storage/counted-archive.ts';
import { createFlowCount } from '../../../lib/storage/flow-count.ts';
import { memoryArchive, memoryArea } from '../support/memory.ts';
import { onlyFlow, Story } from '../support/observations.ts';
import { summaryOf } from '../support/summary.ts';

const FLOW = onlyFlow(
  new Story(1).request('https://as.example/authorize?response_type=code&client_id=c&state=s'),
);

const entriesOf = (...ids: readonly string[]) =>
  ids.map((id) => ({ flow: { ...FLOW, id }, summary: summaryOf({ id }) }));

function counted(area = memoryArea(), archive = memoryArchive()) {
  const missing = vi.fn();
  return { area, archive, missing, counts: countArchive(archive, createFlowCount(area, missing)) };
}

test('says nothing of an archive that holds what was put into it and not taken out again', async () => {
  const first = counted();
  await first.counts.put(entriesOf('a', 'b', 'c'));
  await first.counts.put(entriesOf('a'));
  await first.counts.remove(['b', 'unknown']);
  const next = counted(first.area, first.archive);
  expect(await next.counts.usage()).toMatchObject({ flows: 2 });
  await next.counts.clear();
  const last = counted(first.area, first.archive);
  expect(await last.counts.usage()).toEqual({ flows: 0, bytes: 0 });
  expect([first, next, last].flatMap(({ missing }) => missing.mock.calls)).toEqual([]);
});

test('says once how many flows are gone when the archive was emptied by somebody else', async () => {
  const first = counted();
  await first.counts.put(entriesOf('a', 'b', 'c'));
  const next = counted(first.area, memoryArchive());
  await next.counts.usage();
  expect(next.missing.mock.calls).toEqual([[3]]);
  const last = counted(first.area, next.archive);
  await last.counts.usage();
  expect(last.missing).not.toHaveBeenCalled();
});

test('counts also where the note can neither be read nor written', async () => {
  const refuse = () => Promise.reject(new Error('no'));
  const { counts, missing } = counted({ ...memoryArea(), get: refuse, set: refuse, remove: refuse });
  await counts.put(entriesOf('a'));
  expect(await counts.usage()).toMatchObject({ flows: 1 });
  expect(missing).not.toHaveBeenCalled();
});
