import { splitUrl } from '../oauth/url.ts';
import { awaitedRedirectUri, awaitedState } from './recognise.ts';
import { isOutstanding } from './tracker.ts';
import type { Flow } from './types.ts';

/** What is asked of all flows at once for every URL of ordinary traffic. */
interface FlowIndex {
  /** Newest flow of each frame. */
  readonly ofFrame: ReadonlyMap<string, Flow>;
  /** Redirect URIs, without query and fragment, at which an open flow awaits its callback. */
  readonly awaited: ReadonlySet<string>;
  /** States that flows without a callback wait for, in whatever tab. */
  readonly states: ReadonlySet<string>;
}

const indexes = new WeakMap<readonly Flow[], FlowIndex>();

/** The index of a tracker's flows, made once for as long as they do not change. */
export function indexOf(flows: readonly Flow[]): FlowIndex {
  const known = indexes.get(flows);
  if (known) return known;
  const ofFrame = new Map<string, Flow>();
  const awaited = new Set<string>();
  const states = new Set<string>();
  for (const flow of flows) {
    ofFrame.set(frameKey(flow.tabId, flow.frameId), flow);
    const state = flow.callback ? undefined : awaitedState(flow);
    if (state) states.add(state);
    const uri = isOutstanding(flow) ? awaitedRedirectUri(flow) : undefined;
    if (uri !== undefined) awaited.add(splitUrl(uri).base);
  }
  const index = { ofFrame, awaited, states };
  indexes.set(flows, index);
  return index;
}

/** One text for a tab and a frame in it. */
export function frameKey(tabId: number, frameId: number): string {
  return `${tabId}:${frameId}`;
}
