import { createCatalogue } from '../providers/catalogue.ts';
import { writeCurl } from './curl.ts';
import type { ExportFormat } from './export-formats.ts';
import type { ExportInput } from './export-types.ts';
import { writeHar } from './har.ts';
import { writeMarkdown } from './markdown.ts';
import { writeMermaid } from './mermaid.ts';
import { createRedactor, type RedactionSummary } from './redact.ts';
import { sequenceOf } from './sequence.ts';
import { writeSession } from './session.ts';

/** A written export, and what was taken out of it; absent when it was written with its secrets. */
export interface WrittenExport {
  readonly text: string;
  readonly redaction?: RedactionSummary;
}

const WRITERS: Readonly<Record<ExportFormat, (input: ExportInput) => string>> = {
  session: writeSession,
  har: writeHar,
  markdown: writeMarkdown,
  curl: writeCurl,
  mermaid: ({ flows }) => flows.map(({ flow }) => writeMermaid(sequenceOf(flow))).join('\n'),
};

/** Writes flows in a format. Unless `redacted` is false, only what is known to be harmless is written. */
export function writeExport(format: ExportFormat, input: ExportInput): WrittenExport {
  if (!input.redacted) return { text: WRITERS[format](input) };
  const redactor = createRedactor(
    input.flows.map(({ flow }) => flow),
    { names: Object.keys(input.catalogue.aliases) },
  );
  const flows = redactor.redact(input.flows);
  // The name of an added profile is the user's own text.
  const catalogue = createCatalogue();
  return { text: WRITERS[format]({ ...input, flows, catalogue }), redaction: redactor.summary() };
}
