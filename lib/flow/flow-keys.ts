import type { AuthorizationResponse } from '../oauth/authorization-response.ts';
import { isCanonicalUrl } from '../oauth/canonical-url.ts';
import { parseUrl, splitUrl } from '../oauth/url.ts';
import type { LeavingClass } from './leaving-group.ts';
import { awaitedRedirectUri, awaitedState } from './recognise.ts';
import { isOutstanding } from './status.ts';
import type { Flow } from './types.ts';

/** Texts under which a flow is found by what an event says. */
export const FLOW_KEY = {
  frame: (tabId: number, frameId: number) => `frame ${tabId} ${frameId}`,
  /** Of the browser's request that a hop was. */
  request: (requestId: string) => `request ${requestId}`,
  /** Of its authorize request, its last hop or its callback; of the request also as a browser writes it. */
  url: (url: string) => `url ${url}`,
  /** The frame of a flow that waits for its callback. */
  open: (tabId: number, frameId: number) => `open ${tabId} ${frameId}`,
  /** The tab in a frame of which a flow waits. */
  framed: (tabId: number) => `framed ${tabId}`,
  /** The state that a flow without a callback was sent with. */
  state: (state: string) => `state ${state}`,
  /** A value that its callback carries and that no other has: a code, a token, its state. */
  answer: (value: string) => `answer ${value}`,
  /** The redirect URI, without query and fragment, at which it waits for its callback. */
  awaited: (base: string) => `awaited ${base}`,
  /** The tab in which a callback that was held goes on. */
  released: (tabId: number) => `released ${tabId}`,
  /** Its id without what distinguishes flows of one name. */
  name: (name: string) => `name ${name}`,
  /** Launched, and not seen yet. */
  launched: 'launched',
  /** Nothing but webhooks is known of it. */
  webhooksAlone: 'webhooks alone',
  /** Of one initiator, among those that leave equally soon. */
  leaving: (kind: LeavingClass, initiator: string | undefined) => `leaving ${kind} ${initiator ?? ''}`,
} as const;

/** All keys of a flow, each once. @param href the URL of its request as a browser writes it */
export function keysOfFlow(flow: Flow, href: string): ReadonlySet<string> {
  const { request, callback, hops, hold } = flow;
  const keys = new Set([FLOW_KEY.name(nameOfId(flow.id)), FLOW_KEY.frame(flow.tabId, flow.frameId)]);
  for (const { requestId } of hops) keys.add(FLOW_KEY.request(requestId));
  const last = hops.at(-1);
  if (last) keys.add(FLOW_KEY.url(last.url));
  if (callback) {
    keys.add(FLOW_KEY.url(callback.url));
    for (const key of answerKeys(callback.response)) keys.add(key);
  }
  if (request) keys.add(FLOW_KEY.url(request.url)).add(FLOW_KEY.url(href));
  const state = callback ? undefined : awaitedState(flow);
  if (state) keys.add(FLOW_KEY.state(state));
  if (isOutstanding(flow)) {
    if (flow.frameId !== 0) keys.add(FLOW_KEY.framed(flow.tabId));
    keys.add(FLOW_KEY.open(flow.tabId, flow.frameId));
    const uri = awaitedRedirectUri(flow);
    if (uri !== undefined) keys.add(FLOW_KEY.awaited(splitUrl(uri).base));
    if (flow.launch && hops.length === 0) keys.add(FLOW_KEY.launched);
  }
  if (hold?.kind === 'released') keys.add(FLOW_KEY.released(hold.released.tabId));
  if (flow.webhooks && !request && !callback && hops.length === 0) keys.add(FLOW_KEY.webhooksAlone);
  return keys;
}

const ANSWERS = ['code', 'id_token', 'access_token', 'state'] as const;

/** Keys of the values that make a response known again. */
export function answerKeys({ values }: AuthorizationResponse): readonly string[] {
  return ANSWERS.flatMap((name) => (values[name]?.value ? [FLOW_KEY.answer(values[name].value)] : []));
}

/** The part of a flow's id that flows of the same tab, frame, URL and time share. */
export function nameOfId(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? id : id.slice(0, dot);
}

/** A URL as a browser writes it; itself when it is none. */
export function hrefOf(url: string): string {
  return isCanonicalUrl(url) ? url : (parseUrl(url)?.href ?? url);
}
