import type { Json, JsonObject } from '../jwt/types.ts';

/** An object with boolean members that are looked for. */
export interface FlaggedObject {
  readonly path: string;
  readonly object: JsonObject;
}

/** Objects that are found at most, and looked at at most. */
const MOST = { found: 20, seen: 5_000 };

/** The objects of an answer that have any of these names as a boolean member, outermost first. */
export function flaggedObjects(json: Json, names: readonly string[]): readonly FlaggedObject[] {
  const wanted = new Set(names);
  const found: FlaggedObject[] = [];
  const waiting: { readonly path: string; readonly value: Json | undefined }[] = [{ path: '', value: json }];
  for (let seen = 0; waiting.length > 0 && seen < MOST.seen && found.length < MOST.found; seen++) {
    const { path, value } = waiting.shift() ?? { path: '', value: null };
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.entries(value) as [string, Json | undefined][];
    if (!Array.isArray(value) && members.some(([name, one]) => wanted.has(name) && typeof one === 'boolean'))
      found.push({ path, object: value as JsonObject });
    waiting.push(
      ...members.map(([name, one]) => ({ path: path === '' ? name : `${path}.${name}`, value: one })),
    );
  }
  return found;
}
