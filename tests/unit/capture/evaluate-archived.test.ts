import { describe, expect, it } from 'vitest';
import { createArchivedEvaluator } from '../../../lib/capture/evaluate-archived.ts';
import { createFlowEvaluator } from '../../../lib/capture/flow-evaluator.ts';
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
  const { evaluate, silence } = createFlowEvaluator(
    () => NOW,
    () => CATALOGUE,
  );
  const archive = memoryArchive();
  const rows = new Map<string, FlowSummary>([[wrong.id, evaluate(wrong)]]);
  await archive.put([...rows.values()].map((summary) => ({ flow: wrong, summary })));
  const submitted: string[] = [];
  const again = createArchivedEvaluator({
    archive,
    evaluate,
    row: (id) => rows.get(id),
    onEvaluated(changed) {
      for (const row of changed) rows.set(row.id, row);
      submitted.push(...changed.map(({ id, errors }) => `${id} ${errors}`));
    },
  });
  return { archive, rows, silence, again, submitted };
}

describe('evaluating archived flows again', () => {
  it('stores and tells the count that changed', async () => {
    const { archive, silence, again, submitted } = await archived();
    const [before] = await archive.summaries();
    silence({ [wrong.profileId]: ['CB01'] });
    await again([wrong.id, 'gone']);
    const [after] = await archive.summaries();
    expect(after?.errors).toBe((before?.errors ?? 0) - 1);
    expect(submitted).toEqual([`wrong ${after?.errors}`]);
    await again([wrong.id]);
    expect(submitted).toHaveLength(1);
  });

  it('brings back no row that was cleared meanwhile', async () => {
    const { archive, rows, silence, again, submitted } = await archived();
    const before = await archive.summaries();
    silence({ [wrong.profileId]: ['CB01'] });
    const evaluation = again([wrong.id]);
    rows.clear();
    await evaluation;
    expect([submitted, await archive.summaries()]).toEqual([[], before]);
  });
});
