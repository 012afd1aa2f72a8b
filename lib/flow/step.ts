import type { Catalogue } from '../providers/catalogue.ts';
import type { Observation, ObservationKind } from './observation.ts';
import { recorded } from './recorded.ts';
import { onCalled } from './steps/called.ts';
import { onExchange } from './steps/exchange.ts';
import { onHeld } from './steps/held.ts';
import { onLeft } from './steps/left.ts';
import { onCommitted, onNavigating, onNavigationFailed, onShown } from './steps/navigation.ts';
import { onPasted } from './steps/pasted.ts';
import { onPinned } from './steps/pinned.ts';
import { onDropped, onReleased } from './steps/released.ts';
import { onRequest } from './steps/request.ts';
import { onRequestFailed, onResponse } from './steps/response.ts';
import { onClosed, onIdentified, onLaunched, onOpened } from './steps/tabs.ts';
import { adoptWebhooks, onWebhook } from './steps/webhook.ts';
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
  held: onHeld,
  released: onReleased,
  dropped: onDropped,
};

/** Applies what may be recorded of one observation. Pure; the tracker is the same object when nothing follows from it. */
export function step(tracker: Tracker, observed: Observation, catalogue: Catalogue): Tracker {
  const observation = recorded(tracker, observed, catalogue);
  const apply = STEPS[observation.kind] as Step<ObservationKind>;
  const next = apply(tracker, observation, catalogue);
  return next === tracker ? tracker : adoptWebhooks(next, observation);
}
