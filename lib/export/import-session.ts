import type { Flow } from '../flow/types.ts';
import type { Aliases } from '../oauth/aliases.ts';
import { readFlow } from './session/read-flow.ts';
import { ReadError } from './session/readers.ts';

/** One flow of a session file, or why it cannot be used. Never throws. */
export function readSessionFlow(
  source: unknown,
  aliases: Aliases,
): { readonly flow: Flow } | { readonly skipped: string } {
  try {
    return { flow: readFlow(source, aliases) };
  } catch (error) {
    if (error instanceof ReadError) return { skipped: error.message };
    return { skipped: 'it cannot be read' };
  }
}
