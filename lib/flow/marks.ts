import type { Flow, FlowMark } from './types.ts';

/** Marks that follow from what a flow holds; `deaf` and `launched` are facts of their own and stay. */
export function flowMarks(flow: Flow): readonly FlowMark[] {
  const marks: FlowMark[] = [];
  if (!flow.request) marks.push('request-not-seen');
  if (isSeenWithoutHops(flow)) marks.push('seen-without-hops');
  if (flow.frameId !== 0) marks.push('in-frame');
  if (flow.openerTabId !== undefined) marks.push('in-popup');
  if (flow.private) marks.push('private');
  for (const kept of ['launched', 'deaf'] as const) if (flow.marks.includes(kept)) marks.push(kept);
  return marks;
}

/** True when webNavigation alone saw the authorize request or the callback, so that hops between them may be missing. */
function isSeenWithoutHops(flow: Flow): boolean {
  if (unseenUrls(flow).length > 0) return true;
  return (
    flow.request === undefined && flow.hops.length === 0 && flow.callback?.response.customScheme === false
  );
}

/** URLs that belong to the flow and that only webNavigation, the launch or a tab told of: access to their hosts is missing. */
export function unseenUrls(flow: Flow): readonly string[] {
  const urls: string[] = [];
  const requested = flow.hops.some((hop) => hop.role === 'authorize request');
  if (flow.request && !requested && (flow.callback || flow.witnesses.includes('webNavigation')))
    urls.push(flow.request.url);
  const { callback } = flow;
  if (callback && !callback.response.customScheme && callback.delivery !== 'pending') {
    const seen = flow.hops.some((hop) => hop.role === 'callback');
    if (!seen) urls.push(callback.url);
  }
  return urls;
}
