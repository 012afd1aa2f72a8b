import { expect, it, vi } from 'vitest';
import { batchJournal, WRITE_INTERVAL } from '../../../lib/storage/batched-journal.ts';
import { createJournal } from '../../../lib/storage/journal.ts';
import { memoryArea } from '../support/memory.ts';
import { Story } from '../support/observations.ts';

const [first, second, third, fourth] = new Story(1)
  .request('https://as.example/authorize?response_type=code&client_id=c&state=s')
  .respond('https://as.example/authorize?response_type=code&client_id=c&state=s')
  .request('https://as.example/login')
  .respond('https://as.example/login').observations as [never, never, never, never];

/** A batched journal over an area in memory, with a clock of its own and a count of the requests to the area. */
function batched(capacity?: number) {
  const area = memoryArea(capacity);
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  let time = 0;
  const set = vi.spyOn(area, 'set');
  const journal = batchJournal(createJournal(area), {
    now: () => time,
    later: (run, milliseconds) => timers.push({ at: time + milliseconds, run }),
  });
  const pass = (milliseconds: number): void => {
    time += milliseconds;
    for (const timer of timers.splice(0)) {
      if (timer.at <= time) timer.run();
      else timers.push(timer);
    }
  };
  const stored = (): readonly string[] => [...area.items.keys()];
  return { area, journal, pass, stored, set };
}
const keyOf = ({ id }: { readonly id: string }): string => `o:${id}`;

it('writes the first observation at once and those of a burst after it in one request', () => {
  const { journal, pass, stored, set } = batched();
  for (const one of [first, second, third]) void journal.write(one);
  expect(stored()).toEqual([keyOf(first)]);
  pass(WRITE_INTERVAL - 1);
  expect(set).toHaveBeenCalledTimes(1);
  pass(1);
  expect(stored()).toEqual([first, second, third].map(keyOf));
  expect(set).toHaveBeenCalledTimes(2);
});

it('writes at once again when the last write is long enough ago', () => {
  const { journal, pass, stored } = batched();
  void journal.write(first);
  pass(WRITE_INTERVAL);
  void journal.write(second);
  expect(stored()).toEqual([first, second].map(keyOf));
});

it('writes what waits when it is flushed, before that returns, and not a second time', () => {
  const { journal, pass, stored, set } = batched();
  void journal.write(first);
  void journal.write(second);
  journal.flush();
  expect(stored()).toEqual([first, second].map(keyOf));
  journal.flush();
  pass(WRITE_INTERVAL);
  expect(set).toHaveBeenCalledTimes(2);
});

it('counts what waits as written for whoever reads', async () => {
  const { journal } = batched();
  void journal.write(first);
  void journal.write(second);
  expect((await journal.read()).observations).toEqual([first, second]);
  void journal.write(third);
  expect((await journal.pick([(third as { id: string }).id])).length).toBeGreaterThan(0);
});

it('never writes what was forgotten while it waited', async () => {
  const { journal, pass, stored } = batched();
  void journal.write(first);
  const written = journal.write(second);
  await journal.forget([(second as { id: string }).id]);
  await written;
  pass(WRITE_INTERVAL);
  expect(stored()).toEqual([keyOf(first)]);
  await journal.forget([(first as { id: string }).id]);
  expect(stored()).toEqual([]);
});

it('removes the earlier version of what is forgotten while a later one waits', async () => {
  const { journal, pass, stored } = batched();
  void journal.write(first);
  void journal.write(first);
  expect(stored()).toEqual([keyOf(first)]);
  await journal.forget([(first as { id: string }).id]);
  pass(WRITE_INTERVAL);
  expect(stored()).toEqual([]);
});

it('writes the last version of an observation that comes twice', async () => {
  const { journal, pass } = batched();
  void journal.write(first);
  const once = journal.write(second);
  const twice = journal.write({ ...(second as object), at: 7 } as never);
  pass(WRITE_INTERVAL);
  await Promise.all([once, twice]);
  expect((await journal.read()).observations).toEqual([first, { ...(second as object), at: 7 }]);
});

it('of a batch that does not fit writes what fits, and rejects only the rest', async () => {
  const room = JSON.stringify([first, second].map((one) => [keyOf(one), JSON.stringify(one)])).length + 2;
  const { journal, pass, stored } = batched(room);
  const outcomes = [first, second, third, fourth].map((one) => journal.write(one));
  pass(WRITE_INTERVAL);
  const settled = await Promise.allSettled(outcomes);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(stored()).toEqual([first, second].map(keyOf));
});

it('does not write again what was forgotten while a batch that does not fit was refused', async () => {
  const { journal, pass, stored } = batched(10);
  const outcomes = [first, second, third].map((one) => journal.write(one));
  const settled = Promise.allSettled(outcomes);
  pass(WRITE_INTERVAL);
  await journal.forget([second, third].map((one: { id: string }) => one.id));
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(stored()).toEqual([]);
});
