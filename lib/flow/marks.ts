import { isUncertain } from '../oauth/response-by-itself.ts';
import { releaseOf } from './status.ts';
import type { Delivery, Flow, FlowMark } from './types.ts';

/** Facts that nothing else in a flow tells. */
const KEPT = ['launched', 'missed', 'phone', 'pasted', 'earlier-session', 'imported', 'reloaded'] as const;

/** Marks that follow from what a flow holds; {@link KEPT} are facts of their own and stay. */
export function flowMarks(flow: Flow): readonly FlowMark[] {
  const marks: FlowMark[] = [];
  const onlySubmitted = !flow.request && !flow.callback && flow.webhooks !== undefined;
  if (!flow.request && !flow.logout && !onlySubmitted) marks.push('request-not-seen');
  if (isSeenWithoutHops(flow)) marks.push('seen-without-hops');
  if (flow.frameId !== 0) marks.push('in-frame');
  if (flow.openerTabId !== undefined) marks.push('in-popup');
  if (flow.private) marks.push('private');
  if (onlySubmitted) marks.push('webhook-only');
  if (isUncertainFlow(flow)) marks.push('uncertain');
  if (releaseOf(flow)?.differences?.length) marks.push('released-unfaithfully');
  for (const kept of KEPT) if (flow.marks.includes(kept)) marks.push(kept);
  return marks;
}

/** A callback without its request, known by names that any page may give its parameters. */
function isUncertainFlow({ request, callback, marks }: Flow): boolean {
  if (request || callback?.recognition !== 'parameters' || marks.includes('pasted')) return false;
  return isUncertain(callback.response);
}

/** True when webNavigation alone saw the authorize request or the callback, so that hops between them may be missing. */
function isSeenWithoutHops(flow: Flow): boolean {
  if (unseenUrls(flow).length > 0) return true;
  return (
    flow.request === undefined &&
    flow.hops.length === 0 &&
    flow.callback?.response.customScheme === false &&
    flow.callback.delivery !== 'pasted'
  );
}

/** Deliveries of which webRequest has not told, or will never tell. */
const UNWATCHED: ReadonlySet<Delivery> = new Set(['pending', 'pasted']);

/** URLs that belong to the flow and that only webNavigation, the launch or a tab told of: access to their hosts is missing. */
export function unseenUrls(flow: Flow): readonly string[] {
  const urls: string[] = [];
  const requested = flow.marks.includes('phone') || flow.hops.some((hop) => hop.role === 'authorize request');
  if (flow.request && !requested && (flow.callback || flow.eventSources.includes('webNavigation')))
    urls.push(flow.request.url);
  const { callback } = flow;
  if (callback && !callback.response.customScheme && !UNWATCHED.has(callback.delivery)) {
    const seen = flow.hops.some((hop) => hop.role === 'callback' && !hop.unrequested);
    if (!seen) urls.push(callback.url);
  }
  return urls;
}
