import type { Flow } from '../../../lib/flow/types.ts';

/** A flow of which nothing is known but these members. */
export function flowWith(known: Partial<Flow> = {}): Flow {
  return {
    id: 'flow',
    revision: 0,
    status: 'open',
    tabId: 1,
    frameId: 0,
    profileId: 'oauth',
    startedAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    nested: [],
    hops: [],
    marks: [],
    eventSources: [],
    droppedHops: 0,
    observationIds: [],
    ...known,
  };
}
