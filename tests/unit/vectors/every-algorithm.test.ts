import { expect, it } from 'vitest';
import { JWS_ALGORITHMS } from '../../../lib/jwt/algorithms.ts';
import { CONTENT_ENCRYPTIONS, JWE_ALGORITHMS } from '../../../lib/jwt/jwe-algorithms.ts';
import { everyAlgorithm } from '../../vectors/every-algorithm.ts';
import { PLATFORM_LACKS } from '../../vectors/platform-lacks.ts';
import { runVectors } from '../../vectors/run.ts';

it('there is a vector for every algorithm, and Node has them all', async () => {
  const vectors = await everyAlgorithm();
  const names = [JWS_ALGORITHMS, JWE_ALGORITHMS, CONTENT_ENCRYPTIONS].flatMap((table) => Object.keys(table));
  expect(vectors.map(({ id }) => id)).toEqual(expect.arrayContaining(names.filter((name) => name !== 'dir')));
  expect(await runVectors(vectors)).toEqual({ passed: vectors.length, failed: [] });
  expect(PLATFORM_LACKS.node).toEqual([]);
}, 30_000);
