import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import type { Archive } from '../storage/archive.ts';

/** Flows read and evaluated before anybody else has a turn. */
const AT_ONCE = 25;

interface ArchivedParts {
  readonly archive: Pick<Archive, 'flow' | 'put'>;
  readonly evaluate: (flow: Flow) => FlowSummary;
  /** The row of a flow that is in the archive and in sight. */
  readonly row: (id: string) => FlowSummary | undefined;
  readonly onEvaluated: (summaries: readonly FlowSummary[]) => void;
}

/**
 * Gives a function that counts the findings of archived flows again, in the background and a few at a time; rows that
 * changed are stored and told. What cannot be read or stored keeps its count.
 */
export function createArchivedEvaluator({ archive, evaluate, row, onEvaluated }: ArchivedParts) {
  const waiting = new Set<string>();
  let working: Promise<void> | undefined;
  const some = async (ids: readonly string[]): Promise<void> => {
    const flows = await Promise.all(ids.map((id) => archive.flow(id)));
    const entries = flows.flatMap((flow) => {
      const before = flow && row(flow.id);
      if (!before) return [];
      const summary = evaluate(flow);
      return before.errors === summary.errors && before.warnings === summary.warnings
        ? []
        : [{ flow, summary }];
    });
    if (entries.length === 0) return;
    await archive.put(entries);
    onEvaluated(entries.map(({ summary }) => summary));
  };
  const work = async (): Promise<void> => {
    while (waiting.size > 0) {
      const ids = [...waiting].slice(0, AT_ONCE);
      for (const id of ids) waiting.delete(id);
      await some(ids).catch(() => undefined);
    }
    working = undefined;
  };
  return (ids: Iterable<string>): Promise<void> => {
    for (const id of ids) waiting.add(id);
    working ??= work();
    return working;
  };
}
