import type { ExportFormat } from './export-formats.ts';
import type { EvaluatedFlow, ExportInput } from './export-types.ts';
import { type WrittenExport, writeExport } from './write-export.ts';

/** How a file is to be written, and what it says of its origin. */
export type ExportDemand = Omit<ExportInput, 'flows'> & { readonly format: ExportFormat };

/** What the worker that writes exports is told: each flow, then how to write them. */
export type ExportMessage =
  | { readonly kind: 'flow'; readonly flow: EvaluatedFlow }
  | { readonly kind: 'write'; readonly demand: ExportDemand };

/** What it answers, once. */
export type ExportAnswer =
  | ({ readonly kind: 'written' } & WrittenExport)
  | { readonly kind: 'failed'; readonly reason: string };

/** What the worker does with each message; gives the answer when there is one. */
export function createExportWorker(): (message: ExportMessage) => ExportAnswer | undefined {
  const flows: EvaluatedFlow[] = [];
  return (message) => {
    if (message.kind === 'flow') {
      flows.push(message.flow);
      return undefined;
    }
    const { format, ...origin } = message.demand;
    try {
      return { kind: 'written', ...writeExport(format, { ...origin, flows }) };
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : 'unknown' };
    }
  };
}
