import type { EvaluatedFlow } from '../export/export-types.ts';
import type { ExportAnswer, ExportDemand, ExportMessage } from '../export/export-worker.ts';
import type { WrittenExport } from '../export/write-export.ts';
import { browser } from './browser.ts';

/** Writes one export, in a thread of its own. */
export interface ExportWriter {
  /** Hands over a flow; it is copied at once. */
  add(flow: EvaluatedFlow): void;
  /** Writes what was handed over. Rejects when it could not be written. */
  write(demand: ExportDemand): Promise<WrittenExport>;
  /** Ends the thread, whatever it is doing. */
  end(): void;
}

/** Starts a thread that writes one export. */
export function startExportWriter(): ExportWriter {
  const worker = new Worker(browser.runtime.getURL('/write-export.js'));
  const submit = (message: ExportMessage): void => worker.postMessage(message);
  return {
    add: (flow) => submit({ kind: 'flow', flow }),
    write: (demand) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<ExportAnswer>): void => {
          if (data.kind === 'written') {
            const { text, redaction } = data;
            resolve(redaction ? { text, redaction } : { text });
          } else reject(new Error(data.reason));
        };
        worker.onerror = ({ message }): void => reject(new Error(message || 'The writer did not start.'));
        submit({ kind: 'write', demand });
      }),
    end: () => worker.terminate(),
  };
}
