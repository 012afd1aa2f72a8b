import { storedFlow } from '../flow/schema/stored-flow.ts';
import type { ExportInput } from './export-types.ts';

/** What makes a JSON file a session of Grantscope. */
export const SESSION_FORMAT = 'grantscope-session';

/** 1 is that of Grantscope 0.1.0; see {@link FLOW_VERSION}. */
export const SESSION_VERSION = 2;

/**
 * A session file: JSON with every flow whole, so that importing it gives the same flows. One flow a line, after the
 * members that say what it is.
 */
export function writeSession({ flows, version, now, redacted }: ExportInput): string {
  const head = {
    format: SESSION_FORMAT,
    version: SESSION_VERSION,
    creator: { name: 'Grantscope', version },
    exportedAt: new Date(now).toISOString(),
    redacted,
  };
  const lines = flows.map(({ flow }) => JSON.stringify(storedFlow(flow)));
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "flows": [\n${lines.join(',\n')}\n]}\n`;
}
