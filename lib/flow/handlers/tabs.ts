import { parseAuthorizeRequest } from '../../oauth/authorize-request.ts';
import { aliasesOf, type Catalogue } from '../../providers/catalogue.ts';
import { abandon } from '../abandon.ts';
import type { Launched, TabClosed, TabIdentified, TabOpened } from '../observation.ts';
import { isOfNoTab } from '../of-tab.ts';
import { startFlow } from '../start.ts';
import { isOutstanding } from '../status.ts';
import { flowOfFrame, newestFlow, putFlow, type TabFacts, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';

/** A page opened a tab or window: flows in it are tied to the tab they came from. */
export function onOpened(tracker: Tracker, observation: TabOpened): Tracker {
  const { openerTabId } = observation;
  const known = changeTab(tracker, observation.tabId, { openerTabId });
  const inTab = (flow: Flow): boolean => flow.tabId === observation.tabId && flow.openerTabId === undefined;
  return known.flows
    .filter(inTab)
    .reduce((current, flow) => putFlow(current, { ...flow, openerTabId }, observation), known);
}

/** The browser said whether a tab is in a private window. */
export function onIdentified(tracker: Tracker, observation: TabIdentified): Tracker {
  const known = changeTab(tracker, observation.tabId, { private: observation.private });
  return known.flows
    .filter((flow) => flow.tabId === observation.tabId && flow.private === undefined)
    .reduce(
      (current, flow) => putFlow(current, { ...flow, private: observation.private }, observation),
      known,
    );
}

/** A tab was closed: its open flows get no callback there any more. */
export function onClosed(tracker: Tracker, observation: TabClosed): Tracker {
  return tracker.flows
    .filter((flow) => flow.tabId === observation.tabId && isOutstanding(flow) && !isOfNoTab(flow))
    .reduce(
      (current, flow) => putFlow(current, abandon(flow, 'tab closed', observation.at), observation),
      tracker,
    );
}

/** Grantscope launched a request: the flow begins here, and its tab is told once it exists. */
export function onLaunched(tracker: Tracker, observation: Launched, catalogue: Catalogue): Tracker {
  const { url, tabId, launchId, phone } = observation;
  const known = newestFlow(tracker, (flow) => flow.launch?.id === launchId);
  if (known) return putFlow(tracker, known.tabId === -1 ? { ...known, tabId } : known, observation);
  const here = tabId < 0 ? undefined : flowOfFrame(tracker, tabId, 0);
  const cleared =
    here && isOutstanding(here)
      ? putFlow(tracker, abandon(here, 'started again', observation.at), observation)
      : tracker;
  return startFlow(
    cleared,
    observation,
    {
      request: parseAuthorizeRequest({ url }, aliasesOf(catalogue, observation.profileId)),
      profileId: observation.profileId,
      environmentId: observation.environmentId,
      marks: phone ? ['launched', 'phone'] : ['launched'],
      ...(phone ? { private: phone.private } : {}),
      launch: {
        id: launchId,
        ...(observation.redirectUri === undefined ? {} : { redirectUri: observation.redirectUri }),
        ...(observation.state === undefined ? {} : { state: observation.state }),
      },
    },
    catalogue,
  );
}

function changeTab(tracker: Tracker, tabId: number, facts: TabFacts): Tracker {
  const tabs = new Map(tracker.tabs);
  tabs.set(tabId, { ...tabs.get(tabId), ...facts });
  return { ...tracker, tabs };
}
