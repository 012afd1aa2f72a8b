import type { Aliases } from './aliases.ts';
import { fingerprint } from './fingerprint.ts';
import type { ReadFailure } from './read-failure.ts';
import { readHttpText } from './read-http-text.ts';
import { readWebhookBody } from './webhook-body.ts';

/** One webhook found in a text. */
export interface FoundWebhook {
  /** The same whenever the same delivery is read again. */
  readonly id: string;
  /** The body as it came; where an inbox had parsed it, as JSON text again. */
  readonly body: string;
}

export type ReadWebhooks =
  | {
      readonly ok: true;
      readonly webhooks: readonly FoundWebhook[];
      /** Entries that are no POST or say nothing of an authorization. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Longest text, in UTF-16 units, in which webhooks are looked for. */
export const MAX_WEBHOOK_TEXT = 5_000_000;

/** Longest body, in UTF-16 units, of one webhook. */
export const MAX_WEBHOOK_BODY = 100_000;

/** Deliveries of one inbox that are read; the rest is counted among the skipped. */
export const MAX_DELIVERIES = 500;

/**
 * Finds webhooks in a pasted text or in what an inbox answered: a body (JSON or form fields), a whole HTTP request, a
 * curl command, a list of bodies, or webhook.site's list of requests (`{data: [{uuid, method, content, …}]}`).
 */
export function readWebhooks(text: string, aliases: Aliases): ReadWebhooks {
  if (text.trim() === '') return refuse('nothing', 'There is no text.', 'Paste the body of a webhook.');
  if (text.length > MAX_WEBHOOK_TEXT) return refuse('too-long', ...TOO_LONG);
  const request = readHttpText(text);
  const body = (request?.body ?? text).trim();
  if (body === '') return refuse('no-body', ...NO_BODY);
  const found = readCandidates(body);
  if (found === undefined) return refuse('not-json', ...NOT_JSON);
  const webhooks = found.slice(0, MAX_DELIVERIES).filter(({ body: one }) => isAnswer(one, aliases));
  if (found.length === 0) return refuse('empty', ...EMPTY);
  if (webhooks.length === 0) return refuse('no-answer', ...NO_ANSWER);
  return { ok: true, webhooks: once(webhooks), skipped: found.length - webhooks.length };
}

/** Undefined when the text is broken JSON. A request that is no POST stays in, with an empty body, to be counted. */
function readCandidates(body: string): readonly FoundWebhook[] | undefined {
  if (!/^[[{]/.test(body)) return [{ id: `body:${fingerprint(body)}`, body }];
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (Array.isArray(value)) return value.map((entry) => entryOf(entry));
  const { data } = value as { readonly data?: unknown };
  if (Array.isArray(data) && data.every((entry) => isRequest(entry)))
    return data.map((entry) => entryOf(entry));
  return [{ id: `body:${fingerprint(JSON.stringify(value))}`, body }];
}

interface InboxRequest {
  readonly uuid?: unknown;
  readonly method?: unknown;
  readonly content?: unknown;
}

function isRequest(entry: unknown): entry is InboxRequest {
  return typeof entry === 'object' && entry !== null && 'content' in entry;
}

function entryOf(entry: unknown): FoundWebhook {
  if (isRequest(entry) && ('uuid' in entry || 'method' in entry)) {
    const { uuid, method = 'POST', content } = entry;
    const body = typeof content === 'string' ? content : '';
    const isPost = typeof method === 'string' && method.toUpperCase() === 'POST';
    const id = typeof uuid === 'string' ? `inbox:${uuid.slice(0, 100)}` : `body:${fingerprint(body)}`;
    return { id, body: isPost ? body : '' };
  }
  const body = typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '');
  return { id: `body:${fingerprint(canonical(body))}`, body };
}

/** JSON without its spaces, so that the same body read from an inbox and pasted is one delivery. */
function canonical(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body)) ?? body;
  } catch {
    return body;
  }
}

function isAnswer(body: string, aliases: Aliases): boolean {
  if (body === '' || body.length > MAX_WEBHOOK_BODY) return false;
  const { code, state, error, id_token } = readWebhookBody(body, aliases).values;
  return Boolean(code ?? state ?? error ?? id_token);
}

function once(webhooks: readonly FoundWebhook[]): readonly FoundWebhook[] {
  return [...new Map(webhooks.map((webhook) => [webhook.id, webhook])).values()];
}

function refuse(code: string, message: string, remedy: string): ReadWebhooks {
  return { ok: false, failure: { code, message, remedy } };
}

const TOO_LONG = [
  'The text is longer than 5,000,000 characters.',
  'Paste the one webhook, or empty the inbox of old requests.',
] as const;
const NO_BODY = [
  'This request has no body, so it is no webhook.',
  'Copy it together with its body: the lines after the empty line, or the value of --data.',
] as const;
const NOT_JSON = [
  'This begins like JSON, but it cannot be read as JSON.',
  'Copy the body whole, from the first brace to the last.',
] as const;
const EMPTY = [
  'The inbox is empty: no webhook has reached it.',
  'Finish a sign-in whose provider calls this address, then read it again.',
] as const;
const NO_ANSWER = [
  'No code, state, error or id_token is in it, under any name that Grantscope knows.',
  'Check that it is the body of an authorization’s webhook, such as {"authorizationCode": "…", "state": "…"}.',
] as const;
