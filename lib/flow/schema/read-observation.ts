import { safeParse } from 'valibot';
import type { Observation } from '../observation.ts';
import { ObservationSchema } from './observation-schema.ts';

/**
 * Reads an observation that was stored, by this version or one before it: 0.1.0 called the event source `witness`. Undefined
 * for anything else. Never throws.
 */
export function readObservation(stored: unknown): Observation | undefined {
  const read = safeParse(ObservationSchema, migrateObservation(stored), { abortEarly: true });
  return read.success ? read.output : undefined;
}

function migrateObservation(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('witness' in stored)) return stored;
  const { witness, ...rest } = stored;
  return { eventSource: witness, ...rest };
}
