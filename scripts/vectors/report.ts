import { lackedBy, type Platform } from '../../tests/vectors/platform-lacks.ts';
import { refusedOnPurpose } from '../../tests/vectors/refused-on-purpose.ts';
import type { VectorResult } from '../../tests/vectors/run.ts';
import type { Vector } from '../../tests/vectors/types.ts';

/** What came of vectors on a platform, the failures parted by whether they are known. */
export interface Report {
  readonly total: number;
  readonly passed: number;
  readonly refused: readonly Entry[];
  /** The platform has not the algorithm. */
  readonly lacked: readonly Entry[];
  readonly failed: readonly Entry[];
}

interface Entry {
  readonly id: string;
  readonly reason: string;
}

/** Tells failures that are refused on purpose, or for which the platform lacks the algorithm, from the others. */
export function reportOf(platform: Platform, vectors: readonly Vector[], result: VectorResult): Report {
  const byId = new Map(vectors.map((vector) => [vector.id, vector]));
  const report = { refused: [] as Entry[], lacked: [] as Entry[], failed: [] as Entry[] };
  for (const { id, reason } of result.failed) {
    const vector = byId.get(id);
    const refused = vector && refusedOnPurpose(vector);
    const lacked = vector && lackedBy(platform, vector);
    if (refused !== undefined) report.refused.push({ id, reason: refused });
    else if (lacked !== undefined) report.lacked.push({ id, reason: `${platform} has no ${lacked}` });
    else report.failed.push({ id, reason });
  }
  return { total: vectors.length, passed: result.passed, ...report };
}

/** A line for every vector that did not pass, and one that counts them. */
export function reportLines(platform: Platform, report: Report): readonly string[] {
  const { total, passed, refused, lacked, failed } = report;
  const counts = [
    `${passed} passed`,
    `${refused.length} refused on purpose`,
    ...(lacked.length > 0 ? [`${lacked.length} lacked by the platform`] : []),
    `${failed.length} failed`,
  ];
  return [
    ...refused.map(({ id, reason }) => `refused ${id}: ${reason}`),
    ...lacked.map(({ id, reason }) => `lacked ${id}: ${reason}`),
    ...failed.map(({ id, reason }) => `failed ${id}: ${reason}`),
    `${counts.join(', ')} of ${total} on ${platform}`,
  ];
}
