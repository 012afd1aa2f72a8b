import { writeCurl } from './curl.ts';
import type { ExportFormat } from './export-formats.ts';
import type { ExportInput } from './export-types.ts';
import { writeHar } from './har.ts';
import { writeMarkdown } from './markdown.ts';
import { writeMermaid } from './mermaid.ts';
import { createRedactor } from './redact.ts';
import { sequenceOf } from './sequence.ts';
import { writeSession } from './session.ts';

const WRITERS: Readonly<Record<ExportFormat, (input: ExportInput) => string>> = {
  session: writeSession,
  har: writeHar,
  markdown: writeMarkdown,
  curl: writeCurl,
  mermaid: ({ flows }) => flows.map(({ flow }) => writeMermaid(sequenceOf(flow))).join('\n'),
};

/** Writes flows in a format. Unless `redacted` is false, everything secret is taken out before. */
export function writeExport(format: ExportFormat, input: ExportInput): string {
  if (!input.redacted) return WRITERS[format](input);
  const redact = createRedactor(input.flows.map(({ flow }) => flow));
  return WRITERS[format]({ ...input, flows: redact(input.flows) });
}
