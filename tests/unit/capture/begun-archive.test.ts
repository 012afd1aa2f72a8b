import { expect, test, vi } from 'vitest';
import { beginFirst } from '../../../lib/capture/begun-archive.ts';
import { countArchive } from '../../../lib/storage/counted-archive.ts';
import { memoryArchive } from '../support/memory.ts';

test('begins once, before the first use', async () => {
  const begin = vi.fn(async () => undefined);
  const archive = beginFirst(countArchive(memoryArchive()), begin);
  expect(begin).not.toHaveBeenCalled();
  expect(await Promise.all([archive.summaries(), archive.sizes(), archive.flow('a')])).toEqual([
    [],
    [],
    undefined,
  ]);
  await archive.clear();
  expect(begin).toHaveBeenCalledTimes(1);
});

test('lets nothing be used while it cannot begin, and tries again with the next use', async () => {
  const begin = vi.fn<() => Promise<void>>();
  begin.mockRejectedValueOnce(new Error('closed')).mockResolvedValue(undefined);
  const disk = memoryArchive();
  const archive = beginFirst(countArchive(disk), begin);
  await expect(archive.clear()).rejects.toThrow('closed');
  expect(await archive.summaries()).toEqual([]);
  expect(begin).toHaveBeenCalledTimes(2);
});
