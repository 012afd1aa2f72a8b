import { looksLikeToken } from '../jwt/find-tokens.ts';
import type { Aliases } from './aliases.ts';
import { readAuthorizationResponse } from './authorization-response.ts';
import { readAuthorizeRequest } from './authorize-request.ts';
import type { ObservedBody } from './observed-body.ts';
import type { ReadFailure } from './read-failure.ts';
import { readHttpText } from './read-http-text.ts';
import { parseUrl } from './url.ts';

/** A callback as it was pasted. */
export interface CallbackText {
  /** A URL of any scheme, or what is left of one: `?query`, `#fragment`, or nothing when all is in the body. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: ObservedBody;
}

export type ReadCallbackText =
  | { readonly ok: true; readonly callback: CallbackText }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Longest text, in UTF-16 units, that is taken for a callback. */
export const MAX_CALLBACK_TEXT = 1_000_000;

/**
 * Reads a pasted callback: a URL of any scheme (RFC 8252 section 7), its query or fragment alone, the body of a
 * form_post, a response token alone (JARM section 2.3), or a whole HTTP request. What wraps or breaks a copied URL
 * (quotes, angle brackets, line breaks) is taken away.
 */
export function readCallbackText(text: string, aliases: Aliases): ReadCallbackText {
  if (text.trim() === '') return refuse('nothing', 'There is no text.', COPY_WHOLE);
  if (text.length > MAX_CALLBACK_TEXT)
    return refuse('too-long', 'The text is longer than 1,000,000 characters.', COPY_WHOLE);
  const callback = fromRequest(text) ?? fromText(unwrap(text));
  if (!callback) return refuse('no-callback', ...NO_CALLBACK);
  const { channel } = readAuthorizationResponse(callback, aliases);
  if (channel !== 'none') return { ok: true, callback };
  return readAuthorizeRequest(callback, aliases)
    ? refuse('authorize-request', ...IS_REQUEST)
    : refuse('no-answer', ...NO_ANSWER);
}

function fromRequest(text: string): CallbackText | undefined {
  const request = readHttpText(text);
  if (!request) return undefined;
  const { method, url, body } = request;
  const target = url.startsWith('/') ? url.slice(Math.max(url.indexOf('?'), 0)) : url;
  if (method !== 'POST') return { url: target, method: 'GET' };
  return {
    url: target.startsWith('/') ? '' : target,
    method: 'POST',
    body: { kind: 'text', text: body.trim() },
  };
}

/** Schemes that no application can claim for itself. */
const NO_APPLICATION = /^(?:javascript|data|blob|about|chrome|file|mailto|tel):/i;

function fromText(text: string): CallbackText | undefined {
  if (looksLikeToken(text)) return { url: `?response=${text}`, method: 'GET' };
  if (/^[?#]/.test(text)) return { url: text, method: 'GET' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(text))
    return parseUrl(text) && !NO_APPLICATION.test(text) ? { url: text, method: 'GET' } : undefined;
  if (/^(?:localhost|[\w-]+(?:\.[\w-]+)+|\[[\da-f:]+\])(?::\d+)?(?:\/[^\s=?#]*)?[?#]/i.test(text))
    return { url: `https://${text}`, method: 'GET' };
  if (/^[\w.~%[\]-]+=/.test(text)) return { url: '', method: 'POST', body: { kind: 'text', text } };
  return undefined;
}

/** Takes off quotes and brackets around, `view-source:` before, and line breaks inside. */
function unwrap(text: string): string {
  const joined = text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .join('');
  const inner = /^(?:"(.*)"|'(.*)'|<(.*)>|“(.*)”)$/.exec(joined);
  return (inner?.slice(1).find((part) => part !== undefined) ?? joined).trim().replace(/^view-source:/i, '');
}

function refuse(code: string, message: string, remedy: string): ReadCallbackText {
  return { ok: false, failure: { code, message, remedy } };
}

const COPY_WHOLE = 'Copy the URL on which the sign-in ended, whole, from the address bar.';
const NO_CALLBACK = [
  'This is neither a URL nor the parameters of a callback.',
  'Paste a URL of any scheme, its query or fragment, a form_post body, or a response token. A webhook’s JSON body belongs under Webhooks.',
] as const;
const IS_REQUEST = [
  'This is an authorize request, not the callback that answers it.',
  'Finish the sign-in on the phone, then copy the URL on which it ended.',
] as const;
const NO_ANSWER = [
  'There is neither a code nor an error nor a token in it.',
  'Copy the URL whole, with everything after “?” and “#”; some browsers hide it until the address bar is tapped.',
] as const;
