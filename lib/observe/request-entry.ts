import type { Header, NetworkEntry } from '../flow/network-entry.ts';
import { isCallByAddress } from '../oauth/recognise-call.ts';
import { originOf } from '../oauth/url.ts';
import type { BeforeRequestDetails } from './normalise.ts';

/** What both browsers' webRequest events tell of a request that no navigation is, as far as it is read. */
export interface RequestEvent {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly timeStamp: number;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
  readonly documentUrl?: string | undefined;
}

/** webRequest.onBeforeRequest. */
export interface RequestBegun extends RequestEvent {
  readonly requestBody?: BeforeRequestDetails['requestBody'];
}

/** Headers of webRequest; a value that is no text has none. */
export type EventHeaders =
  | readonly { readonly name: string; readonly value?: string | undefined }[]
  | undefined;

/** Bytes of a body that are read; no authorization request is that long. */
const MAX_BYTES = 1_000_000;

/** Whether a request may be authorization traffic, by what is known before its headers are: it has a body, or its address says so. */
export function mayBeCall({ method, url, requestBody }: RequestBegun): boolean {
  if (method !== 'POST') return method === 'GET' && isCallByAddress(url);
  if (requestBody?.formData) return FIELDS.some((name) => Object.hasOwn(requestBody.formData ?? {}, name));
  return Boolean(requestBody?.raw?.length);
}

/** Fields of which every form to an authorization server has one. */
const FIELDS = [
  'grant_type',
  'client_id',
  'response_type',
  'request',
  'scope',
  'token',
  'refresh_token',
  'id_token_hint',
  'redirect_uris',
];

/** Whether the headers of a request say that it carries a token (RFC 6750 section 2.1, RFC 9449 section 7.1). */
export function carriesToken(headers: EventHeaders): boolean {
  return /^(?:Bearer|DPoP) /i.test(headerText(headers, 'authorization') ?? '');
}

/**
 * A request as `devtools.network` would list it. The browser hides `Origin` from webRequest; it is the origin of the page that
 * made the request.
 */
export function requestEntry(
  event: RequestBegun,
  headers: EventHeaders,
): Pick<NetworkEntry, 'startedDateTime' | 'request'> {
  const { method, url, timeStamp, requestBody } = event;
  const postData = method === 'GET' ? undefined : bodyOf(requestBody);
  const sent = listed(headers);
  const origin = pageOrigin(event);
  const isHidden =
    origin !== undefined && origin !== originOf(url) && headerText(headers, 'origin') === undefined;
  return {
    startedDateTime: isoOf(timeStamp),
    request: {
      method,
      url,
      headers: isHidden ? [...sent, { name: 'Origin', value: origin }] : sent,
      ...(postData ? { postData } : {}),
    },
  };
}

/** Headers that have a text. */
export function listed(headers: EventHeaders): readonly Header[] {
  return (headers ?? []).flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}

/** True for requests of extensions, ours among them: they are no page's. */
export function isOfExtension({ initiator, originUrl, documentUrl }: RequestEvent): boolean {
  return [initiator, originUrl, documentUrl].some((one) => /^[a-z]+-extension:/.test(one ?? ''));
}

/** Undefined for a beacon, whose response no page reads, so that CORS is not about it. */
function pageOrigin({ type, initiator, originUrl }: RequestEvent): string | undefined {
  if (type === 'ping' || type === 'beacon') return undefined;
  const page = initiator ?? originUrl;
  if (page === undefined) return undefined;
  return /^https?:/i.test(page) ? originOf(page) : 'null';
}

function bodyOf(body: RequestBegun['requestBody']): NetworkEntry['request']['postData'] {
  if (body?.formData) {
    const params = Object.entries(body.formData).flatMap(([name, values]) =>
      values.map((value) => ({ name, value: typeof value === 'string' ? value : '' })),
    );
    return { params };
  }
  const parts = (body?.raw ?? []).map(({ bytes }) => (bytes instanceof ArrayBuffer ? bytes : undefined));
  const size = parts.reduce((sum, bytes) => sum + (bytes?.byteLength ?? 0), 0);
  if (size === 0 || size > MAX_BYTES) return undefined;
  const decoder = new TextDecoder();
  const text = parts.map((bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : '')).join('');
  return { text };
}

function headerText(headers: EventHeaders, name: string): string | undefined {
  // Asked of every request of a page: most names are of another length.
  return headers?.find((one) => one.name.length === name.length && one.name.toLowerCase() === name)?.value;
}

function isoOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
