import type { ExportWriter } from '../../../lib/browser/export-writer.ts';
import { createExportWorker } from '../../../lib/export/export-worker.ts';

/** What writes an export, in this thread. */
export function startMemoryWriter(): ExportWriter {
  const receive = createExportWorker();
  return {
    add: (flow) => void receive({ kind: 'flow', flow }),
    write: async (demand) => {
      const answer = receive({ kind: 'write', demand });
      if (answer?.kind !== 'written') throw new Error(answer?.reason);
      const { text, redaction } = answer;
      return redaction ? { text, redaction } : { text };
    },
    end: () => undefined,
  };
}
