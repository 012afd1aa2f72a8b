import type { Catalogue } from '../providers/catalogue.ts';
import { onCalled } from './handlers/called.ts';
import { onCookies } from './handlers/cookies.ts';
import { onExchange } from './handlers/exchange.ts';
import { onHeld } from './handlers/held.ts';
import { onLeft } from './handlers/left.ts';
import { onCommitted, onNavigating, onNavigationFailed, onShown } from './handlers/navigation.ts';
import { onPasted } from './handlers/pasted.ts';
import { onPinned } from './handlers/pinned.ts';
import { onDropped, onReleased } from './handlers/released.ts';
import { onRequest } from './handlers/request.ts';
import { onRequestFailed, onResponse } from './handlers/response.ts';
import { onClosed, onIdentified, onLaunched, onOpened } from './handlers/tabs.ts';
import { adoptWebhooks, onWebhook } from './handlers/webhook.ts';
import type { Observation, ObservationKind } from './observation.ts';
import { recorded } from './recorded.ts';
import type { Tracker } from './tracker.ts';

type Step<K extends ObservationKind> = (
  tracker: Tracker,
  observation: Extract<Observation, { kind: K }>,
  catalogue: Catalogue,
) => Tracker;

const STEPS: { readonly [K in ObservationKind]: Step<K> } = {
  request: onRequest,
  response: onResponse,
  'request-failed': onRequestFailed,
  exchange: onExchange,
  navigating: onNavigating,
  committed: onCommitted,
  'navigation-failed': onNavigationFailed,
  opened: onOpened,
  identified: onIdentified,
  left: onLeft,
  closed: onClosed,
  launched: onLaunched,
  shown: onShown,
  pasted: onPasted,
  webhook: onWebhook,
  pinned: onPinned,
  called: onCalled,
  cookies: onCookies,
  held: onHeld,
  released: onReleased,
  dropped: onDropped,
};

/** Applies what may be recorded of one observation. Pure; the tracker is the same object when nothing follows from it. */
export function step(tracker: Tracker, observed: Observation, catalogue: Catalogue): Tracker {
  return applyRecorded(tracker, recorded(tracker, observed, catalogue), catalogue);
}

/** Applies what {@link recorded} gave for this tracker. Pure; the tracker is the same object when nothing follows from it. */
export function applyRecorded(tracker: Tracker, observation: Observation, catalogue: Catalogue): Tracker {
  const apply = STEPS[observation.kind] as Step<ObservationKind>;
  const next = apply(tracker, observation, catalogue);
  return next === tracker ? tracker : adoptWebhooks(next, observation);
}
