import { expect, test } from '@playwright/test';
import { runOn } from '../../../scripts/vectors/run-on.ts';
import { everyAlgorithm } from '../../vectors/every-algorithm.ts';
import { PLATFORM_LACKS } from '../../vectors/platform-lacks.ts';
import { RFC_VECTORS } from '../../vectors/rfcs.ts';

test('every example of the RFCs passes in Firefox', async () => {
  expect(await runOn('firefox', RFC_VECTORS)).toEqual({ passed: RFC_VECTORS.length, failed: [] });
});

test('Firefox has every algorithm', async () => {
  const vectors = await everyAlgorithm();
  expect(await runOn('firefox', vectors)).toEqual({ passed: vectors.length, failed: [] });
  expect(PLATFORM_LACKS.firefox).toEqual([]);
});
