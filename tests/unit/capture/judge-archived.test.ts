import { describe, expect, it } from 'vitest';
import { createFlowJudge } from '../../../lib/capture/flow-judge.ts';
import { createArchivedJudge } from '../../../lib/capture/judge-archived.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import { answered, authorizeUrl, callbackUrl, NOW } from '../rules/support/flows.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { memoryArchive } from '../support/memory.ts';

const STATE = 'h4DqG1WJ0tq2nRZp0bJpXw3mQ9sVt8Lk';
const wrong = {
  ...answered(authorizeUrl({ state: STATE }), callbackUrl({ state: 'other' })),
  id: 'wrong',
};

async function archived() {
  const { judge, silence } = createFlowJudge(
    () => NOW,
    () => CATALOGUE,
  );
  const archive = memoryArchive();
  const rows = new Map<string, FlowSummary>([[wrong.id, judge(wrong)]]);
  await archive.put([...rows.values()].map((summary) => ({ flow: wrong, summary })));
  const told: string[] = [];
  const again = createArchivedJudge({
    archive,
    judge,
    row: (id) => rows.get(id),
    onJudged(changed) {
      for (const row of changed) rows.set(row.id, row);
      told.push(...changed.map(({ id, errors }) => `${id} ${errors}`));
    },
  });
  return { archive, rows, silence, again, told };
}

describe('judging archived flows anew', () => {
  it('stores and tells the count that changed', async () => {
    const { archive, silence, again, told } = await archived();
    const [before] = await archive.summaries();
    silence({ [wrong.profileId]: ['CB01'] });
    await again([wrong.id, 'gone']);
    const [after] = await archive.summaries();
    expect(after?.errors).toBe((before?.errors ?? 0) - 1);
    expect(told).toEqual([`wrong ${after?.errors}`]);
    await again([wrong.id]);
    expect(told).toHaveLength(1);
  });

  it('brings back no row that was cleared meanwhile', async () => {
    const { archive, rows, silence, again, told } = await archived();
    const before = await archive.summaries();
    silence({ [wrong.profileId]: ['CB01'] });
    const judging = again([wrong.id]);
    rows.clear();
    await judging;
    expect([told, await archive.summaries()]).toEqual([[], before]);
  });
});
