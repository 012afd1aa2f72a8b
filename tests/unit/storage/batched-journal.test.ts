import { expect, it, vi } from 'vitest';
import { batchJournal, MAX_WAIT } from '../../../lib/storage/batched-journal.ts';
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
  const journal = batchJournal(createJournal(area), (run, milliseconds) =>
    timers.push({ at: time + milliseconds, run }),
  );
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

it('writes the first observation at once and those that come while it is on its way in one request', async () => {
  const { journal, stored, set } = batched();
  const written = [first, second, third].map((one) => journal.write(one));
  expect(stored()).toEqual([keyOf(first)]);
  await Promise.all(written);
  expect(stored()).toEqual([first, second, third].map(keyOf));
  expect(set).toHaveBeenCalledTimes(2);
});

it('writes in the same turn when the write before has arrived', async () => {
  const { journal, stored } = batched();
  await journal.write(first);
  await Promise.resolve();
  void journal.write(second);
  expect(stored()).toEqual([first, second].map(keyOf));
});

it('writes what waits in time although the area answers nothing', () => {
  const { journal, pass, set } = batched();
  set.mockImplementation(() => new Promise(() => undefined));
  for (const one of [first, second, third]) void journal.write(one);
  pass(MAX_WAIT - 1);
  expect(set).toHaveBeenCalledTimes(1);
  pass(1);
  expect(set.mock.calls.map(([values]) => Object.keys(values))).toEqual([
    [keyOf(first)],
    [second, third].map(keyOf),
  ]);
});

it('writes what waits when it is flushed, before that returns, and not a second time', async () => {
  const { journal, pass, stored, set } = batched();
  void journal.write(first);
  const written = journal.write(second);
  journal.flush();
  expect(stored()).toEqual([first, second].map(keyOf));
  journal.flush();
  await written;
  pass(MAX_WAIT);
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
  pass(MAX_WAIT);
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
  pass(MAX_WAIT);
  expect(stored()).toEqual([]);
});

it('writes the last version of an observation that comes twice', async () => {
  const { journal, pass } = batched();
  void journal.write(first);
  const once = journal.write(second);
  const twice = journal.write({ ...(second as object), at: 7 } as never);
  pass(MAX_WAIT);
  await Promise.all([once, twice]);
  expect((await journal.read()).observations).toEqual([first, { ...(second as object), at: 7 }]);
});

it('of a batch that does not fit writes what fits, and rejects only the rest', async () => {
  const room = JSON.stringify([first, second].map((one) => [keyOf(one), JSON.stringify(one)])).length + 2;
  const { journal, pass, stored } = batched(room);
  const outcomes = [first, second, third, fourth].map((one) => journal.write(one));
  pass(MAX_WAIT);
  const settled = await Promise.allSettled(outcomes);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(stored()).toEqual([first, second].map(keyOf));
});

it('does not write again what was forgotten while a batch that does not fit was refused', async () => {
  const { journal, stored } = batched(10);
  const outcomes = [first, second, third].map((one) => journal.write(one));
  const settled = Promise.allSettled(outcomes);
  journal.flush();
  await journal.forget([second, third].map((one: { id: string }) => one.id));
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(stored()).toEqual([]);
});
