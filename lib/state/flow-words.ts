import type { FlowSummary } from '../flow/summary-types.ts';
import type { Delivery, Flow, FlowMark, FlowStatus, HopRole, Recognition } from '../flow/types.ts';
import type { ResponseChannel } from '../oauth/authorization-response.ts';
import { FALLBACK_PROFILE } from '../providers/registry.ts';

/** The tone and the word of each status; its icon has the status' own name. */
export const STATUS_WORDS = {
  open: { word: 'Open', tone: 'info' },
  completed: { word: 'Completed', tone: 'success' },
  failed: { word: 'Failed', tone: 'error' },
  held: { word: 'Held', tone: 'warning' },
  abandoned: { word: 'Abandoned', tone: 'muted' },
} as const satisfies Record<FlowStatus, { readonly word: string; readonly tone: string }>;

/** What each mark is called in a row, and what it means. */
export const MARK_WORDS = {
  'request-not-seen': {
    word: 'request not seen',
    sentence:
      'The authorize request was not seen, so the callback was recognised by its parameters alone. Record before you sign in to compare the two.',
  },
  'seen-without-hops': {
    word: 'seen without hops',
    sentence:
      'Only the end of the redirect chain was seen. Hops, methods and statuses need access to the hosts.',
  },
  'in-frame': {
    word: 'iframe',
    sentence:
      'It took place in an iframe. Many providers forbid that: their sign-in pages must fill the window.',
  },
  'in-popup': { word: 'popup', sentence: 'It took place in a tab or window that another page opened.' },
  private: {
    word: 'private',
    sentence:
      'It took place in a private window. It is kept in memory only and is gone when the browser closes.',
  },
  launched: { word: 'launched', sentence: 'It was launched by Grantscope.' },
  deaf: {
    word: 'deaf',
    sentence:
      'The browser did not report this callback. It was found by looking at the tab, so its time is approximate.',
  },
  phone: {
    word: 'phone',
    sentence: 'It was opened on a phone, so its hops cannot be seen. Paste the URL on which the phone ended.',
  },
  pasted: {
    word: 'pasted',
    sentence: 'Its callback was pasted; the time is that of the paste.',
  },
  'webhook-only': {
    word: 'webhook only',
    sentence: 'Only a webhook told of it. Neither the authorize request nor the browser’s callback was seen.',
  },
  'earlier-session': {
    word: 'earlier session',
    sentence: 'It was kept from an earlier session of the browser.',
  },
  imported: {
    word: 'imported',
    sentence: 'It was imported from a file, and did not take place in this browser.',
  },
} as const satisfies Record<FlowMark, { readonly word: string; readonly sentence: string }>;

export const RECOGNITION_WORDS = {
  'redirect-uri-and-state': 'by the redirect URI and the state of the request',
  'redirect-uri': 'by the redirect URI of the request',
  state: 'by the state of the request',
  parameters: 'by its parameters alone',
} as const satisfies Record<Recognition, string>;

export const DELIVERY_WORDS = {
  pending: 'on its way: no answer was seen yet',
  answered: 'reached the application',
  unreachable: 'nobody listens there',
  'handed over': 'handed over to an application outside the browser',
  shown: 'shown by its tab; whether the application answered was not seen',
  pasted: 'pasted; whether the application answered was not seen',
  held: 'held: the application has not received it',
  dropped: 'dropped: the application never received it',
} as const satisfies Record<Delivery, string>;

export const CHANNEL_WORDS = {
  query: 'query',
  fragment: 'fragment',
  form_post: 'form_post',
  'query.jwt': 'query.jwt (JARM)',
  'fragment.jwt': 'fragment.jwt (JARM)',
  'form_post.jwt': 'form_post.jwt (JARM)',
  webhook: 'webhook (server to server)',
  none: 'none: nothing in it answers an authorize request',
} as const satisfies Record<ResponseChannel, string>;

export const ROLE_WORDS = {
  'authorize request': 'authorize request',
  provider: 'provider',
  broker: 'identity broker',
  callback: 'callback',
  'after callback': 'after the callback',
} as const satisfies Record<HopRole, string>;

const HEADLINES = {
  open: (provider) => `Waiting for ${provider}`,
  completed: (provider, summary) => `${received(summary)}${isUnknown(summary) ? '' : ` from ${provider}`}`,
  failed: (provider, summary) =>
    summary.error === undefined ? `No callback from ${provider}` : `${provider} answered with an error`,
  held: (provider) => `Callback from ${provider} is held`,
  abandoned: (provider, summary) =>
    summary.callbackAt === undefined
      ? `Abandoned before ${provider} answered`
      : `Callback from ${provider} was dropped`,
} as const satisfies Record<FlowStatus, (provider: string, summary: FlowSummary) => string>;

/** The one sentence to read at a glance. */
export function headline(summary: FlowSummary): string {
  const provider = summary.profileId === FALLBACK_PROFILE.id ? summary.host : summary.provider;
  return HEADLINES[summary.status](provider, summary);
}

/** The fallback profile names no provider, and without a request there is no host of one either. */
function isUnknown(summary: FlowSummary): boolean {
  return summary.profileId === FALLBACK_PROFILE.id && summary.marks.includes('request-not-seen');
}

function received(summary: FlowSummary): string {
  return summary.code === undefined ? 'Answer received' : 'Code received';
}

/** How the state that came back compares with the one that was sent. */
export type StateVerdict =
  | { readonly kind: 'matches' }
  | { readonly kind: 'differs'; readonly sent: string }
  | { readonly kind: 'not returned'; readonly sent: string }
  | { readonly kind: 'not sent' }
  | { readonly kind: 'unknown' };

/** Compares states exactly (RFC 6749 section 4.1.2). `unknown` when no request was seen. */
export function stateVerdict({ request, launch, callback }: Flow): StateVerdict {
  const returned = callback?.response.values.state?.value;
  const sent = request?.values.state?.value ?? launch?.state;
  if (!callback || (!request && sent === undefined)) return { kind: 'unknown' };
  if (sent === undefined) return returned === undefined ? { kind: 'unknown' } : { kind: 'not sent' };
  if (returned === undefined) return { kind: 'not returned', sent };
  return returned === sent ? { kind: 'matches' } : { kind: 'differs', sent };
}
