import { writeCurl } from './curl.ts';
import type { ExportFormat } from './export-formats.ts';
import type { ExportInput } from './export-types.ts';
import { writeHar } from './har.ts';
import { writeMarkdown } from './markdown.ts';
import { writeMermaid } from './mermaid.ts';
import { createRedactor, redactInTurns } from './redact.ts';
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

/**
 * The same, for an export of any size.
 * @param turn awaited between steps; gives false to stop, then nothing is written
 */
export async function writeExportInTurns(
  format: ExportFormat,
  input: ExportInput,
  turn: () => Promise<boolean>,
): Promise<string | undefined> {
  if (!input.redacted) return WRITERS[format](input);
  const flows = await redactInTurns(input.flows, turn);
  return flows && WRITERS[format]({ ...input, flows });
}
