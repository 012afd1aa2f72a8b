import { MAX_TEXT, type RequestBody } from '../flow/observation.ts';
import { isHttp, parseUrl } from '../oauth/url.ts';
import type { Exchange } from './reading/flows-of-exchanges.ts';
import { header, type Loose, loose } from './reading/loose.ts';

/** Milliseconds of a day: an answer that took longer is a mistake of the file. */
const LONGEST = 86_400_000;

/**
 * One entry of a HAR file (HAR 1.2, as Chrome's and Firefox's DevTools write it) as an exchange, or why it is none. Only
 * navigations are taken: scripts, pictures and calls of a page are no part of a redirect chain.
 */
export function readHarEntry(entry: unknown): { readonly exchange: Exchange } | { readonly skipped: string } {
  const source = loose(entry);
  const request = source.object('request');
  const url = request.text('url');
  const method = request.text('method');
  if (url === undefined || method === undefined) return { skipped: 'no request with a method and a URL' };
  if (!isHttp(url) || !parseUrl(url)) return { skipped: 'no http or https URL' };
  const at = Date.parse(source.text('startedDateTime') ?? '');
  if (Number.isNaN(at) || at < 0) return { skipped: 'no startedDateTime that is a date' };
  const response = source.object('response');
  if (!isNavigation(source, request, response)) return { skipped: 'no navigation' };
  const status = response.number('status') ?? 0;
  const took = Math.min(Math.max(source.number('time') ?? 0, 0), LONGEST);
  const location = header(response.list('headers'), 'location') ?? response.text('redirectURL');
  const body = readBody(request.object('postData'));
  const error = response.text('_error') || 'no answer in the file';
  const answered = status >= 100 && status <= 999;
  return {
    exchange: {
      at,
      method: method.slice(0, 20),
      url,
      ...(body ? { body } : {}),
      respondedAt: at + took,
      ...(answered ? { status } : { error }),
      ...(answered && location ? { location } : {}),
    },
  };
}

const OTHER_TYPES =
  /^(?:image|font|audio|video|text\/css|text\/javascript|application\/(?:javascript|json|wasm))/i;

/** Chrome names the type of a resource; both browsers' request headers do (Fetch Metadata); else the answer's type tells. */
function isNavigation(entry: Loose, request: Loose, response: Loose): boolean {
  const type = entry.text('_resourceType');
  if (type !== undefined) return type === 'document';
  const headers = request.list('headers');
  const mode = header(headers, 'sec-fetch-mode');
  if (mode !== undefined) return mode === 'navigate';
  if (header(headers, 'x-requested-with') !== undefined) return false;
  return !OTHER_TYPES.test(response.object('content').text('mimeType') ?? '');
}

/** The text as it was sent where the file has it, else the parameters. */
function readBody(postData: Loose): RequestBody | undefined {
  const text = postData.text('text');
  const multipart = /^multipart\//i.test(postData.text('mimeType') ?? '');
  if (text !== undefined && text !== '' && !multipart) {
    return text.length <= MAX_TEXT
      ? { kind: 'text', text }
      : { kind: 'text', text: text.slice(0, MAX_TEXT), truncated: true };
  }
  const fields = postData.list('params').flatMap((one): [string, string][] => {
    const name = one.text('name');
    return name === undefined ? [] : [[name, one.text('value') ?? '']];
  });
  return fields.length === 0 ? undefined : { kind: 'form', fields };
}
