import { expect, test } from '@playwright/test';
import { runOn } from '../../../scripts/vectors/run-on.ts';
import { everyAlgorithm } from '../../vectors/every-algorithm.ts';
import { PLATFORM_LACKS } from '../../vectors/platform-lacks.ts';
import { RFC_VECTORS } from '../../vectors/rfcs.ts';

/** Chromium's WebCrypto has no AES with keys of 192 bits. */
const LACKS = ['ECDH-ES+A192KW', 'A192KW', 'A192GCMKW', 'PBES2-HS384+A192KW', 'A192GCM', 'A192CBC-HS384'];

test('every example of the RFCs passes in Chromium', async () => {
  expect(await runOn('chromium', RFC_VECTORS)).toEqual({ passed: RFC_VECTORS.length, failed: [] });
});

test('Chromium has every algorithm but those that the documentation names', async () => {
  const { failed } = await runOn('chromium', await everyAlgorithm());
  expect(failed.map(({ id }) => id)).toEqual(LACKS);
  expect(PLATFORM_LACKS.chromium).toEqual(LACKS);
});
