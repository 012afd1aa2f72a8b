import { EXPORT_FORMATS, type ExportFormat, exportName } from '../export/export-formats.ts';
import type { JudgedFlow } from '../export/export-types.ts';
import type { Flow } from '../flow/types.ts';
import type { Background, Failure, Outcome } from '../messaging/protocol.ts';
import { say } from './say.ts';
import type { PartedFindings } from './silencing.ts';
import { turns } from './turns.ts';

/** Flows that one export holds at most, the newest ones. */
export const MAX_EXPORTED = 2_000;

/** Flows that are asked for at the same time. */
const AT_ONCE = 20;

/** A finished export. */
export interface ExportedText {
  readonly text: string;
  readonly name: string;
  readonly mime: string;
  readonly flows: number;
  /** Flows that are not in it because there were too many, or because they were cleared meanwhile. */
  readonly left: number;
}

export interface ExportOrder {
  readonly ids: readonly string[];
  readonly format: ExportFormat;
  readonly redacted: boolean;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The findings that are written down with a flow. */
  readonly judge: (flow: Flow) => Promise<PartedFindings>;
  /** Told how many flows were fetched and judged. */
  readonly onProgress?: (done: number) => void;
  /** Gives up at the next turn. */
  readonly signal?: AbortSignal;
}

const cancelled = (): Failure => ({
  code: 'export-cancelled',
  message: say('exportCancelled'),
  remedy: say('exportCancelledRemedy'),
});

const nothing = (): Failure => ({
  code: 'nothing-to-export',
  message: say('exportNoFlow'),
  remedy: say('exportNoFlowRemedy'),
});

/** Fetches flows, judges them and writes them, and lets the page have its turns; what writes is loaded when it is first needed. */
export async function exportFlows(
  background: Background,
  order: ExportOrder,
): Promise<Outcome<ExportedText>> {
  const { format, redacted, version, now, judge, onProgress, signal } = order;
  const turn = turns();
  const ids = order.ids.slice(0, MAX_EXPORTED);
  const flows: JudgedFlow[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const answers = await Promise.all(
      ids.slice(from, from + AT_ONCE).map((id) => background.call('flow', id)),
    );
    for (const answer of answers) {
      if (!answer.ok) return answer;
      const flow = answer.value;
      if (flow) flows.push(judged(flow, await judge(flow)));
      await turn();
      if (signal?.aborted) return { ok: false, failure: cancelled() };
    }
    onProgress?.(flows.length);
  }
  if (flows.length === 0) return { ok: false, failure: nothing() };
  const { writeExportInTurns } = await import('../export/write-export.ts');
  const text = await writeExportInTurns(format, { flows, version, now, redacted }, async () => {
    await turn();
    return signal?.aborted !== true;
  });
  if (text === undefined) return { ok: false, failure: cancelled() };
  const { mime } = EXPORT_FORMATS.find(({ id }) => id === format) ?? EXPORT_FORMATS[0];
  return {
    ok: true,
    value: {
      text,
      name: exportName(format, now, redacted),
      mime,
      flows: flows.length,
      left: order.ids.length - flows.length,
    },
  };
}

function judged(flow: Flow, { shown, silenced }: PartedFindings): JudgedFlow {
  return { flow, findings: shown, silenced: [...new Set(silenced.map(({ rule }) => rule))] };
}
