import { describe, expect, it } from 'vitest';
import type { EvaluatedFlow } from '../../../lib/export/export-types.ts';
import { createExportWorker, type ExportDemand } from '../../../lib/export/export-worker.ts';
import { writeExport } from '../../../lib/export/write-export.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const demand: ExportDemand = {
  catalogue: CATALOGUE,
  format: 'markdown',
  version: '1',
  now: 0,
  redacted: true,
};
const AUTHORIZE = 'https://as.test/authorize?response_type=code&client_id=c&state=s';
const flow = (state: string): EvaluatedFlow => ({
  flow: onlyFlow(new Story().request(AUTHORIZE.replace('state=s', `state=${state}`))),
  findings: [],
});

describe('the worker that writes exports', () => {
  it('says nothing to a flow, and writes all of them, in their order, when it is asked', () => {
    const receive = createExportWorker();
    const flows = [flow('one-state-value'), flow('two-state-value')];
    expect(flows.map((one) => receive({ kind: 'flow', flow: one }))).toEqual([undefined, undefined]);
    expect(receive({ kind: 'write', demand })).toEqual({
      kind: 'written',
      ...writeExport('markdown', { catalogue: CATALOGUE, flows, version: '1', now: 0, redacted: true }),
    });
  });

  it('says why it could not write', () => {
    const receive = createExportWorker();
    receive({ kind: 'flow', flow: flow('s') });
    expect(receive({ kind: 'write', demand: { ...demand, now: Number.NaN } })).toEqual({
      kind: 'failed',
      reason: 'Invalid time value',
    });
  });
});
