import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSteadyClock, LATE_MILLISECONDS } from '../../../lib/capture/steady-clock.ts';

const through = (times: readonly number[]): readonly number[] => times.map(createSteadyClock());

test('times of a clock that runs are left as they are, a little late ones included', () => {
  const times = [1_000_000, 1_000_500, 1_000_200, 1_003_000];
  expect(through(times)).toEqual(times);
});

test('after the clock was set back an hour, time goes on from where it was', () => {
  const hour = 3_600_000;
  const start = 10 * hour;
  expect(through([start, start + 100, start - hour, start - hour + 50])).toEqual([
    start,
    start + 100,
    start + 100,
    start + 150,
  ]);
});

test('once the clock is right again, its own time counts', () => {
  const hour = 3_600_000;
  const start = 10 * hour;
  expect(through([start, start - hour, start + 5])).toEqual([start, start, start + 5]);
});

test('no time ever lies further behind an earlier one than events may be late', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1e12, max: 2e12 }), { minLength: 2, maxLength: 40 }), (times) => {
      let latest = 0;
      for (const time of through(times)) {
        expect(time).toBeGreaterThanOrEqual(latest - LATE_MILLISECONDS);
        latest = Math.max(latest, time);
      }
    }),
  );
});
