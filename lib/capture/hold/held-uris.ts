import { awaitedRedirectUri } from '../../flow/recognise.ts';
import type { Flow } from '../../flow/types.ts';
import type { HoldChoice } from '../../messaging/hold-protocol.ts';
import { isAtRedirectUri } from '../../oauth/redirect-uri.ts';
import { parseUrl } from '../../oauth/url.ts';

/** Redirect URIs for which callbacks are stopped at once; the newest win. */
export const MAX_HELD_URIS = 200;

/** Tabs in whose frames one redirect URI is stopped, and newest flows that are asked for them. */
const MAX_TABS = 50;
const MAX_FLOWS = 1_000;

/** A redirect URI at which callbacks are stopped. */
export interface HeldUri {
  readonly uri: string;
  /** Where frames are stopped too: a frame of another tab has nothing to do with a flow that merely named this URI. */
  readonly frames: 'everywhere' | readonly number[];
}

/** Redirect URIs that the flows name, newest first, each once. */
export function knownUris(flows: readonly Flow[]): readonly string[] {
  const looked = new Set<string>();
  const found: string[] = [];
  for (let at = flows.length - 1; at >= 0 && found.length < MAX_HELD_URIS; at--) {
    const flow = flows[at];
    const uri = flow && awaitedRedirectUri(flow);
    if (uri === undefined || looked.has(uri)) continue;
    looked.add(uri);
    if (parseUrl(uri)) found.push(uri);
  }
  return found;
}

/**
 * Redirect URIs at which callbacks are to be stopped.
 * @param expected of requests that are about to be launched
 */
export function heldUris(
  choice: HoldChoice,
  flows: readonly Flow[],
  expected: ReadonlySet<string>,
): readonly HeldUri[] {
  if (!choice.on) return [];
  if (choice.only) {
    return choice.only.slice(0, MAX_HELD_URIS).map((uri) => ({ uri, frames: 'everywhere' }));
  }
  const uris = new Set([...expected, ...knownUris(flows)].slice(0, MAX_HELD_URIS));
  return [...tabsOf(uris, flows)].map(([uri, tabs]) => ({ uri, frames: [...tabs] }));
}

/** True when the callback at this URL is one that the user wants stopped. */
export function isWanted(choice: HoldChoice, url: string): boolean {
  if (!choice.on) return false;
  return choice.only === undefined || choice.only.some((uri) => isAtRedirectUri(url, uri));
}

/** Tabs in which flows with these redirect URIs were seen lately. */
function tabsOf(uris: ReadonlySet<string>, flows: readonly Flow[]): ReadonlyMap<string, ReadonlySet<number>> {
  const tabs = new Map([...uris].map((uri) => [uri, new Set<number>()] as const));
  for (const flow of flows.slice(-MAX_FLOWS)) {
    const found = tabs.get(awaitedRedirectUri(flow) ?? '');
    if (found && found.size < MAX_TABS && flow.tabId >= 0) found.add(flow.tabId);
  }
  return tabs;
}
