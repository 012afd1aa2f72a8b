import { recordedFlow } from '../flow/recorded-flow.ts';
import { readFlow } from '../flow/schema/read-flow.ts';
import type { Flow } from '../flow/types.ts';
import type { Aliases } from '../oauth/aliases.ts';

/** One flow of a session file, or why it cannot be used. Never throws. */
export function readSessionFlow(
  source: unknown,
  aliases: Aliases,
): { readonly flow: Flow } | { readonly skipped: string } {
  const read = readFlow(source);
  return 'flow' in read ? { flow: recordedFlow(read.flow, aliases) } : { skipped: read.wrong };
}
