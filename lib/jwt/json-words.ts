import type { Json } from './types.ts';

/**
 * A member of a header or of claims as one line of text: a string as it is, anything else as JSON, `undefined` when there
 * is none. `String` throws for an object whose `toString` was overwritten, and any token may hold one.
 */
export function jsonWords(value: Json | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}
