import { outcomeText } from '../../../lib/export/outcome-text.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import { evaluateFlow } from '../../../lib/index.ts';
import type { Push } from '../../../lib/messaging/protocol.ts';
import type { BackgroundLink } from './background.ts';

/** A page of the extension, whatever drives it. */
interface OwnPage {
  evaluate(run: () => Promise<string>): Promise<string>;
}

/** One row of the list of flows, in the words by which tests compare. */
export interface RecordedRow {
  readonly kind: string;
  readonly outcome: string;
  /** Rule and severity of each finding, such as `AR19 note`, in alphabetical order. */
  readonly findings: readonly string[];
}

/** The rows that the background shows to a page that connects, oldest first. */
export async function listSummaries(page: OwnPage): Promise<readonly FlowSummary[]> {
  // As text: a driver may cut what is nested deeply.
  const text = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const port = chrome.runtime.connect({ name: 'grantscope:flows' });
        port.onMessage.addListener((push: Push) => {
          if (push.kind !== 'snapshot') return;
          port.disconnect();
          resolve(JSON.stringify(push.flows));
        });
        port.postMessage({ kind: 'subscribe' });
      }),
  );
  const flows: readonly FlowSummary[] = JSON.parse(text);
  return flows.toSorted((one, other) => one.startedAt - other.startedAt);
}

/** All rows with what the rules find in each. */
export async function recordedRows(
  page: OwnPage,
  background: BackgroundLink,
): Promise<readonly RecordedRow[]> {
  const rows: RecordedRow[] = [];
  for (const { id, kind, outcome } of await listSummaries(page)) {
    const [flow, others] = await Promise.all([background.call('flow', id), background.call('others', id)]);
    if (!flow) continue;
    const found = evaluateFlow(flow, { others });
    rows.push({
      kind: kind ?? 'sign-in',
      outcome: outcomeText(outcome).replace(/\d\d:\d\d:\d\d/, '(time)'),
      findings: found.map(({ rule, severity }) => `${rule} ${severity}`).sort(),
    });
  }
  return rows;
}
