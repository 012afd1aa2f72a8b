import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createExportWorker, type ExportMessage } from '../../lib/export/export-worker.ts';

/** Runs in a worker of its own, so that a page goes on while much is redacted and written. */
export default defineUnlistedScript(() => {
  const receive = createExportWorker();
  self.onmessage = ({ data }: MessageEvent<ExportMessage>): void => {
    const answer = receive(data);
    if (answer) self.postMessage(answer);
  };
});
