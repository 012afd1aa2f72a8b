/**
 * Version of the shape in which flows are stored and written to session files. 1 is that of Grantscope 0.1.0, which wrote no
 * version: `legs` for nested authorizations, `witnesses` for event sources, and the mark `deaf` for a missed callback.
 */
export const FLOW_VERSION = 2;

/** A stored flow in the shape of today's version; what is no object stays as it is. */
export function migrateFlow(stored: unknown): unknown {
  if (!isObject(stored) || versionOf(stored) > 1) return stored;
  const { legs, witnesses, marks, ...rest } = stored;
  return {
    ...rest,
    ...(legs === undefined ? {} : { nested: legs }),
    ...(witnesses === undefined ? {} : { eventSources: witnesses }),
    ...(marks === undefined ? {} : { marks: migrateMarks(marks) }),
  };
}

/** The version in which a flow was stored. */
export function versionOf(stored: unknown): number {
  const version = isObject(stored) ? stored.version : undefined;
  return typeof version === 'number' ? version : 1;
}

/** Marks under today's names. */
export function migrateMarks<T>(marks: T): T {
  return Array.isArray(marks) ? (marks.map((mark) => (mark === 'deaf' ? 'missed' : mark)) as T) : marks;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
