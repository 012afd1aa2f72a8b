import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStorageTimeout } from '../../../lib/storage/storage-timeout.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const SILENT = 'it does not answer; another page or window may hold it';

test('gives answers and refusals as they come', async () => {
  const inTime = createStorageTimeout(100);
  expect(await inTime(async () => 7)).toBe(7);
  await expect(inTime(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('refuses what takes too long, everything else at once while it is overdue, and nothing once it came', async () => {
  const inTime = createStorageTimeout(100);
  let answer = (_: string): void => undefined;
  const first = inTime(
    () =>
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
  );
  const refused = expect(first).rejects.toThrow(SILENT);
  await vi.advanceTimersByTimeAsync(100);
  await refused;
  const asked = vi.fn(async () => 1);
  await expect(inTime(asked)).rejects.toThrow(SILENT);
  expect(asked).not.toHaveBeenCalled();
  answer('late');
  await vi.advanceTimersByTimeAsync(0);
  expect(await inTime(asked)).toBe(1);
});
