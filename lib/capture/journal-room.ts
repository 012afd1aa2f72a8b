import type { Observation } from '../flow/observation.ts';

/** Whether a storage area refused something because it has no room. */
export function isFull(reason: unknown): boolean {
  return reason instanceof Error && /quota/i.test(`${reason.name} ${reason.message}`);
}

/** Size of a value in a storage area, in UTF-16 units of its JSON. */
export function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

/** Units of a member's name and punctuation, about. */
const MEMBER = 16;

/** About how large an observation is in a storage area, in UTF-16 units; told without writing its texts as JSON. */
export function roughSizeOf(observation: Observation): number {
  let units = 0;
  for (const value of Object.values(observation))
    units +=
      MEMBER + (typeof value === 'string' ? value.length : typeof value === 'object' ? sizeOf(value) : 0);
  return units;
}
