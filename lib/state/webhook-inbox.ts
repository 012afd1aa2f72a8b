import type { Failure } from '../messaging/protocol.ts';
import { parseUrl } from '../oauth/url.ts';
import { formatNumber } from './format.ts';
import { say } from './say.ts';

/** How long an inbox may take to answer, in milliseconds. */
export const INBOX_TIMEOUT = 10_000;

/** Longest answer that is read, in UTF-16 units. */
export const MAX_INBOX_ANSWER = 5_000_000;

export type InboxAddress =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly failure: Failure };

export type InboxAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: Failure };

export interface InboxContext {
  readonly fetch?: typeof globalThis.fetch;
  readonly timeout?: number;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * The address at which an inbox tells what reached it. At webhook.site that is neither the page one looks at nor the
 * address that is called, so that either of them is led to the list of requests.
 */
export function inboxAddress(text: string): InboxAddress {
  const url = parseUrl(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return fail('address', say('flowsInboxNoAddress'), say('flowsInboxNoAddressRemedy'));
  }
  if (url.hostname !== 'webhook.site' || url.pathname.endsWith('/requests'))
    return { ok: true, url: url.href };
  const token = new RegExp(UUID, 'i').exec(`${url.pathname} ${url.hash}`)?.[0];
  if (token === undefined) {
    return fail('inbox-token', say('flowsInboxNoToken'), say('flowsInboxNoTokenRemedy'));
  }
  return { ok: true, url: `${url.origin}/token/${token}/requests?sorting=newest` };
}

/** Asks an inbox once for what reached it. No cookies go along. Never throws. */
export async function readInbox(url: string, context: InboxContext = {}): Promise<InboxAnswer> {
  const { fetch = globalThis.fetch, timeout = INBOX_TIMEOUT } = context;
  const host = parseUrl(url)?.host ?? url.slice(0, 80);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(url, { ...REQUEST, signal: AbortSignal.timeout(timeout) });
    text = await answer.text();
  } catch (error) {
    return unreachable(host, error, timeout);
  }
  if (!answer.ok) {
    return fail(
      'status',
      say('flowsInboxStatus', host, answer.status),
      say(answer.status === 404 ? 'flowsInboxGone' : 'flowsInboxLater'),
    );
  }
  if (text.length > MAX_INBOX_ANSWER)
    return fail(
      'too-long',
      say('flowsInboxTooLong', host, formatNumber(MAX_INBOX_ANSWER)),
      say('flowsInboxTooLongRemedy'),
    );
  if (/^\s*</.test(text)) {
    return fail('web-page', say('flowsInboxWebPage', host), say('flowsInboxWebPageRemedy'));
  }
  return { ok: true, text };
}

const REQUEST = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  headers: { accept: 'application/json' },
} as const satisfies RequestInit;

function unreachable(host: string, error: unknown, timeout: number): InboxAnswer {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return fail('timeout', say('flowsInboxTimeout', host, timeout / 1_000), say('flowsInboxTimeoutRemedy'));
  }
  return fail('unreachable', say('flowsInboxUnreachable', host), say('flowsInboxUnreachableRemedy'));
}

function fail(code: string, message: string, remedy: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, message, remedy } };
}
