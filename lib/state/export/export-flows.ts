import type { ExportWriter } from '../../browser/export-writer.ts';
import { EXPORT_FORMATS, type ExportFormat, exportName } from '../../export/export-formats.ts';
import type { EvaluatedFlow } from '../../export/export-types.ts';
import type { WrittenExport } from '../../export/write-export.ts';
import type { Flow } from '../../flow/types.ts';
import { t } from '../../i18n/t.ts';
import type { Background, CommandOutcome, Failure } from '../../messaging/protocol.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import type { PartedFindings } from '../flows/silencing.ts';
import { yieldToPage } from '../shared/yield-to-page.ts';

/** Flows that one export holds at most, the newest ones. */
export const MAX_EXPORTED = 2_000;

/** Flows that are asked for at the same time. */
const AT_ONCE = 20;

/** A finished export. */
export interface ExportedText extends WrittenExport {
  readonly name: string;
  readonly mime: string;
  readonly flows: number;
  /** Flows that are not in it because there were too many, or because they were cleared meanwhile. */
  readonly left: number;
}

export interface ExportOrder {
  readonly catalogue: Catalogue;
  readonly ids: readonly string[];
  readonly format: ExportFormat;
  readonly redacted: boolean;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The findings that are written down with a flow. */
  readonly evaluate: (flow: Flow) => Promise<PartedFindings>;
  /** Starts what writes. */
  readonly startExport: () => ExportWriter;
  /** Told how many flows were fetched and evaluated. */
  readonly onProgress?: (done: number) => void;
  /** Gives up at the next turn. */
  readonly signal?: AbortSignal;
}

const cancelled = (): Failure => ({
  code: 'export-cancelled',
  message: t('exportCancelled'),
  remedy: t('exportCancelledRemedy'),
});

const nothing = (): Failure => ({
  code: 'nothing-to-export',
  message: t('exportNoFlow'),
  remedy: t('exportNoFlowRemedy'),
});

/** Fetches flows, evaluates them and has them written in a thread of its own, and lets the page have its turns. */
export async function exportFlows(
  background: Background,
  order: ExportOrder,
): Promise<CommandOutcome<ExportedText>> {
  const writer = order.startExport();
  try {
    return await writtenBy(writer, background, order);
  } finally {
    writer.end();
  }
}

async function writtenBy(
  writer: ExportWriter,
  background: Background,
  { catalogue, ids: wanted, format, redacted, version, now, evaluate, onProgress, signal }: ExportOrder,
): Promise<CommandOutcome<ExportedText>> {
  const turn = yieldToPage();
  const ids = wanted.slice(0, MAX_EXPORTED);
  let written = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const answers = await Promise.all(
      ids.slice(from, from + AT_ONCE).map((id) => background.call('flow', id)),
    );
    for (const answer of answers) {
      if (!answer.ok) return answer;
      const flow = answer.value;
      if (flow) {
        writer.add(evaluated(flow, await evaluate(flow)));
        written += 1;
      }
      await turn();
      if (signal?.aborted) return { ok: false, failure: cancelled() };
    }
    onProgress?.(written);
  }
  if (written === 0) return { ok: false, failure: nothing() };
  const made = await Promise.race([
    writer.write({ catalogue, format, version, now, redacted }),
    aborted(signal),
  ]);
  if (made === undefined) return { ok: false, failure: cancelled() };
  const { mime } = EXPORT_FORMATS.find(({ id }) => id === format) ?? EXPORT_FORMATS[0];
  return {
    ok: true,
    value: {
      ...made,
      name: exportName(format, now, redacted),
      mime,
      flows: written,
      left: wanted.length - written,
    },
  };
}

function evaluated(flow: Flow, { shown, silenced }: PartedFindings): EvaluatedFlow {
  return { flow, findings: shown, silenced: [...new Set(silenced.map(({ rule }) => rule))] };
}

/** Comes true, without a value, when the export is given up. */
function aborted(signal: AbortSignal | undefined): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve(undefined);
    signal?.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
