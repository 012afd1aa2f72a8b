/**
 * Version of the shape in which flows are stored and written to session files. 1 is that of Grantscope 0.1.0, which wrote no
 * version: `legs` for nested authorizations, `witnesses` for event sources, the mark `deaf` for a missed
 * callback, and holds without a kind.
 */
export const FLOW_VERSION = 2;

/** A stored flow in the shape of today's version; what is no object stays as it is. */
export function migrateFlow(stored: unknown): unknown {
  if (!isObject(stored) || versionOf(stored) > 1) return stored;
  const { legs, witnesses, marks, hold, ...rest } = stored;
  return {
    ...rest,
    ...(legs === undefined ? {} : { nested: legs }),
    ...(witnesses === undefined ? {} : { eventSources: witnesses }),
    ...(hold === undefined ? {} : { hold: migrateHold(hold) }),
    ...(marks === undefined ? {} : { marks: migrateMarks(marks) }),
  };
}

/** A hold said by its times alone what became of it. */
function migrateHold(hold: unknown): unknown {
  if (!isObject(hold)) return hold;
  const decided = hold.releasedAt === undefined ? 'held' : 'released';
  return { ...hold, kind: hold.droppedAt === undefined ? decided : 'dropped' };
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
