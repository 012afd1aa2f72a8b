import type { Observation, ObservationKind } from './observation.ts';
import { onCommitted, onNavigating, onNavigationFailed, onShown } from './steps/navigation.ts';
import { onRequest } from './steps/request.ts';
import { onRequestFailed, onResponse } from './steps/response.ts';
import { onClosed, onIdentified, onLaunched, onOpened } from './steps/tabs.ts';
import type { Tracker } from './tracker.ts';

type Step<K extends ObservationKind> = (
  tracker: Tracker,
  observation: Extract<Observation, { kind: K }>,
) => Tracker;

const STEPS: { readonly [K in ObservationKind]: Step<K> } = {
  request: onRequest,
  response: onResponse,
  'request-failed': onRequestFailed,
  navigating: onNavigating,
  committed: onCommitted,
  'navigation-failed': onNavigationFailed,
  opened: onOpened,
  identified: onIdentified,
  closed: onClosed,
  launched: onLaunched,
  shown: onShown,
};

/** Applies one observation. Pure; the tracker is the same object when nothing follows from it. */
export function step(tracker: Tracker, observation: Observation): Tracker {
  const apply = STEPS[observation.kind] as Step<ObservationKind>;
  return apply(tracker, observation);
}
