import type { Page } from '@playwright/test';
import { outcomeText } from '../../../lib/export/outcome-text.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import { evaluateFlow } from '../../../lib/index.ts';
import type { Push } from '../../../lib/messaging/protocol.ts';
import type { BackgroundLink } from './background.ts';

/** One row of the list of flows, in the words by which tests compare. */
export interface RecordedRow {
  readonly kind: string;
  readonly outcome: string;
  /** Rule and severity of each finding, such as `AR19 note`, in alphabetical order. */
  readonly findings: readonly string[];
}

/** The rows that the background shows to a page that connects, oldest first. */
export function listSummaries(page: Page): Promise<readonly FlowSummary[]> {
  return page.evaluate(
    () =>
      new Promise<readonly FlowSummary[]>((resolve) => {
        const port = chrome.runtime.connect({ name: 'grantscope:flows' });
        port.onMessage.addListener((push: Push) => {
          if (push.kind !== 'snapshot') return;
          port.disconnect();
          resolve([...push.flows].sort((one, other) => one.startedAt - other.startedAt));
        });
        port.postMessage({ kind: 'subscribe' });
      }),
  );
}

/** All rows with what the rules find in each. */
export async function recordedRows(page: Page, background: BackgroundLink): Promise<readonly RecordedRow[]> {
  const rows: RecordedRow[] = [];
  for (const { id, kind, outcome } of await listSummaries(page)) {
    const [flow, others] = await Promise.all([background.call('flow', id), background.call('others', id)]);
    if (!flow) continue;
    const found = evaluateFlow(flow, { others });
    rows.push({
      kind: kind ?? 'sign-in',
      outcome: outcomeText(outcome),
      findings: found.map(({ rule, severity }) => `${rule} ${severity}`).sort(),
    });
  }
  return rows;
}
