import type { Json, JsonObject } from './types.ts';

/** The value of a JSON text (RFC 8259); undefined for any other text, and for one that the engine cannot parse. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The same where only an object will do: undefined for a list, a text, a number, true, false and null. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}
