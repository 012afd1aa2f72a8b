import type { Failure } from '../messaging/protocol.ts';
import { parseUrl } from '../oauth/url.ts';

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
    return fail(
      'address',
      'This is no http or https address of an inbox.',
      'Begin it with https:// or http://.',
    );
  }
  if (url.hostname !== 'webhook.site' || url.pathname.endsWith('/requests'))
    return { ok: true, url: url.href };
  const token = new RegExp(UUID, 'i').exec(`${url.pathname} ${url.hash}`)?.[0];
  if (token === undefined) {
    return fail(
      'inbox-token',
      'This address of webhook.site names no inbox.',
      'Copy the address with the long id in it: https://webhook.site/….',
    );
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
      `${host} answered with status ${answer.status}.`,
      answer.status === 404
        ? 'Check the address: the inbox is not there, or it expired.'
        : 'Try again later, or paste the webhook’s body.',
    );
  }
  if (text.length > MAX_INBOX_ANSWER)
    return fail(
      'too-long',
      `The answer of ${host} is longer than 5,000,000 characters.`,
      'Empty the inbox of old requests.',
    );
  if (/^\s*</.test(text)) {
    return fail(
      'web-page',
      `${host} answered with a web page, not with a list of requests.`,
      'Give the address of the inbox’s list, which answers in JSON.',
    );
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
    return fail('timeout', `${host} did not answer within ${timeout / 1_000} seconds.`, 'Try again later.');
  }
  return fail(
    'unreachable',
    `${host} cannot be reached, or does not let other pages read its answer (CORS).`,
    'Check the address and that the inbox runs; or paste the webhook’s body.',
  );
}

function fail(code: string, message: string, remedy: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, message, remedy } };
}
