import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../lib/messaging/pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function paced() {
  const runs: number[] = [];
  const began = Date.now();
  const pace = createPace(() => runs.push(Date.now() - began), Date.now);
  return { runs, pace };
}

describe('the pace of pushes', () => {
  it('runs the first at once, after what asked for it, and once for all that ask together', async () => {
    const { runs, pace } = paced();
    for (let count = 0; count < 5; count++) pace.within(100);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(runs).toEqual([0]);
  });

  it('runs once in each interval of a burst, and once after it', async () => {
    const { runs, pace } = paced();
    for (let at = 0; at < 250; at += 10) {
      pace.within(100);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toEqual([0, 100, 200, 300]);
  });

  it('runs sooner for what cannot wait as long', async () => {
    const { runs, pace } = paced();
    pace.within(100);
    await vi.advanceTimersByTimeAsync(10);
    pace.within(100);
    pace.within(30);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toEqual([0, 30]);
  });
});
