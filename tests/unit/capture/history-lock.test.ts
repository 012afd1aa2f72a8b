import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHistoryLock } from '../../../lib/capture/history-lock.ts';
import type { HistoryLock } from '../../../lib/messaging/lock-protocol.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A lock over a vault in memory that knows one passphrase. */
function locking(options: { minutes?: number; state?: HistoryLock; usedAt?: number } = {}) {
  const { minutes = 5, state = 'open', usedAt = Date.now() } = options;
  const done: string[] = [];
  const world = { state, usedAt };
  const lock = createHistoryLock({
    vault: {
      lock: async () => world.state,
      setPassphrase: async () => {
        world.state = 'open';
      },
      removePassphrase: async () => {
        world.state = 'none';
      },
      async unlock(passphrase) {
        if (passphrase !== 'right') return false;
        world.state = 'open';
        return true;
      },
      async close() {
        if (world.state === 'open') world.state = 'locked';
        done.push('close');
      },
    },
    conceal: async () => void done.push('conceal'),
    reveal: async () => void done.push('reveal'),
    lockAfter: async () => minutes,
    usedAt: {
      read: async () => world.usedAt,
      write: async (at) => {
        world.usedAt = at;
      },
    },
    now: Date.now,
    onChange: () => undefined,
    wait: async (milliseconds) => void done.push(`wait ${milliseconds}`),
  });
  return { lock, done, world };
}

const MINUTE = 60_000;

test('locks when nobody used it for as long as was chosen, and not before', async () => {
  const { lock, done } = locking();
  await lock.check();
  await vi.advanceTimersByTimeAsync(5 * MINUTE - 1);
  expect([lock.state(), done]).toEqual(['open', []]);
  await vi.advanceTimersByTimeAsync(1);
  expect([lock.state(), done]).toEqual(['locked', ['conceal', 'close']]);
});

test('each use begins the time again', async () => {
  const { lock } = locking();
  await lock.check();
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  lock.used();
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(lock.state()).toBe('open');
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(lock.state()).toBe('locked');
});

test('a background that was away longer than that locks when it begins', async () => {
  const { lock } = locking({ usedAt: Date.now() - 6 * MINUTE });
  await lock.check();
  expect(lock.state()).toBe('locked');
});

test('never locks by itself where that was chosen, or without a passphrase', async () => {
  for (const options of [{ minutes: 0 }, { state: 'none' as const }]) {
    const { lock, done } = locking({ ...options, usedAt: 0 });
    await lock.check();
    await vi.advanceTimersByTimeAsync(1_000 * MINUTE);
    expect(done).toEqual([]);
  }
});

test('a wrong passphrase is said after a pause and opens nothing; the right one brings the history back', async () => {
  const { lock, done } = locking({ state: 'locked' });
  await lock.check();
  await expect(lock.run({ act: 'unlock', passphrase: 'wrong' })).rejects.toMatchObject({
    failure: { code: 'wrong-passphrase' },
  });
  expect([lock.state(), done]).toEqual(['locked', ['wait 1000']]);
  expect(await lock.run({ act: 'unlock', passphrase: 'right' })).toEqual({ lock: 'open' });
  expect(done.at(-1)).toBe('reveal');
});

test('is locked by a click, and opened for good by taking the passphrase away', async () => {
  const { lock } = locking();
  expect(await lock.run({ act: 'lock' })).toEqual({ lock: 'locked' });
  await lock.run({ act: 'unlock', passphrase: 'right' });
  expect(await lock.run({ act: 'remove' })).toEqual({ lock: 'none' });
});
