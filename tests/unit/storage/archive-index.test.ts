import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createArchiveIndex,
  type IndexPage,
  type IndexRow,
  ROWS_ON_PAGE,
} from '../../../lib/storage/archive-index.ts';
import { summaryOf } from '../support/summary.ts';

const row = (id: string, bytes = 1): IndexRow => ({
  summary: summaryOf({ id }),
  bytes,
  startedAt: 0,
  pinned: false,
});

/** An index over a disk that gets every page that changed. */
function overDisk(disk = new Map<string, IndexPage>()) {
  const index = createArchiveIndex([...disk.values()]);
  const write = (pages: readonly IndexPage[]): void => {
    for (const page of pages) {
      if (page.rows.length === 0) disk.delete(page.id);
      else disk.set(page.id, page);
    }
  };
  return {
    disk,
    index,
    put: (...rows: readonly IndexRow[]) => write(index.put(rows)),
    remove: (...ids: readonly string[]) => write(index.remove(ids)),
  };
}

const facts = (rows: readonly IndexRow[]) =>
  rows.map(({ summary, bytes }) => `${summary.id} ${bytes}`).toSorted();

test('what lies on the pages is what was put and not removed, after any changes and starts', () => {
  const id = fc.integer({ min: 0, max: 80 }).map(String);
  const change = fc.oneof(
    fc.record({ put: fc.uniqueArray(id, { maxLength: 40 }), bytes: fc.nat() }),
    fc.record({ remove: fc.uniqueArray(id, { maxLength: 40 }) }),
    fc.constant({ restart: true }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const expected = new Map<string, number>();
      let archive = overDisk();
      for (const one of changes) {
        if ('put' in one) {
          archive.put(...one.put.map((each) => row(each, one.bytes)));
          for (const each of one.put) expected.set(each, one.bytes);
        } else if ('remove' in one) {
          archive.remove(...one.remove);
          for (const each of one.remove) expected.delete(each);
        } else archive = overDisk(archive.disk);
      }
      const wanted = [...expected].map(([each, bytes]) => `${each} ${bytes}`).toSorted();
      expect(facts(archive.index.rows())).toEqual(wanted);
      expect(facts([...archive.disk.values()].flatMap(({ rows }) => rows))).toEqual(wanted);
      for (const { rows } of archive.disk.values()) expect(rows.length).toBeLessThanOrEqual(ROWS_ON_PAGE);
    }),
  );
});

test('a flow that changes rewrites one page, however many flows there are', () => {
  const { index, put } = overDisk();
  put(...Array.from({ length: 1_000 }, (_, at) => row(String(at))));
  expect(index.put([row('500', 7)]).map(({ rows }) => rows.length)).toEqual([ROWS_ON_PAGE]);
  expect(index.put([row('new')])).toHaveLength(1);
});

test('fills pages that have room before it begins another', () => {
  const { disk, put, remove } = overDisk();
  put(...Array.from({ length: 3 * ROWS_ON_PAGE }, (_, at) => row(String(at))));
  expect(disk.size).toBe(3);
  remove(...Array.from({ length: ROWS_ON_PAGE }, (_, at) => String(at * 2)));
  put(...Array.from({ length: ROWS_ON_PAGE }, (_, at) => row(`n${at}`)));
  expect(disk.size).toBe(3);
});
