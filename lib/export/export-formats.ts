/** Everything an export can be, in the order in which it is offered. */
export const EXPORT_FORMATS = [
  {
    id: 'session',
    extension: 'json',
    mime: 'application/json',
  },
  {
    id: 'har',
    extension: 'har',
    mime: 'application/json',
  },
  {
    id: 'markdown',
    extension: 'md',
    mime: 'text/markdown',
  },
  {
    id: 'curl',
    extension: 'sh',
    mime: 'text/x-shellscript',
  },
  {
    id: 'mermaid',
    extension: 'mmd',
    mime: 'text/plain',
  },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

/** A name for the file: what, when, and that it is not redacted if so. @param now milliseconds since the epoch */
export function exportName(format: ExportFormat, now: number, redacted: boolean): string {
  const { extension } = EXPORT_FORMATS.find(({ id }) => id === format) ?? EXPORT_FORMATS[0];
  const moment = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  return `grantscope-${moment}${redacted ? '' : '-with-secrets'}.${extension}`;
}
