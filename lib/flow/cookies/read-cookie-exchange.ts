import { splitUrl } from '../../oauth/url.ts';
import type { NetworkEntry } from '../network-entry.ts';
import { type CookieExchange, MAX_COOKIES, type SentCookie, type SetCookie } from './cookie-types.ts';
import { readSetCookie } from './read-set-cookie.ts';

/** Gives a keyed hash of a cookie's value; equal values of one cookie have equal hashes. */
export type HashValue = (name: string, value: string) => Promise<string>;

/** Longest name of a cookie that is kept, in UTF-16 units. */
const MAX_NAME = 200;

/** A cookie as Chromium lists it beside the header. */
interface ListedCookie {
  readonly name: string;
  readonly sameSite?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
}

/**
 * Reads the cookies of an entry of `devtools.network`: names, attributes and hashes, no value. Undefined for an entry that is
 * neither a document nor set a cookie.
 */
export async function readCookieExchange(
  entry: NetworkEntry,
  hash: HashValue,
): Promise<CookieExchange | undefined> {
  const { request, response } = entry;
  const at = Date.parse(entry.startedDateTime);
  if (Number.isNaN(at) || !hasCookiesToRead(entry)) return undefined;
  const headers = response.headers.filter(isSetCookie);
  // Firefox and Chromium join several headers of this name by line feeds, since a comma may be part of a date.
  const lines = headers.flatMap(({ value }) => value.split('\n'));
  const sent = await sentCookies(entry, hash);
  return {
    method: request.method,
    url: splitUrl(request.url).base,
    at,
    ...(sent ? { sent } : {}),
    set: await setCookies(lines, at, hash),
  };
}

/** Whether {@link readCookieExchange} reads an entry; cheap, since it is asked of every request of the page. */
export function hasCookiesToRead(entry: NetworkEntry): boolean {
  if (!/^https?:/i.test(entry.request.url)) return false;
  return isDocument(entry) || entry.response.headers.some(isSetCookie);
}

function isSetCookie({ name }: { readonly name: string }): boolean {
  return name.toLowerCase() === 'set-cookie';
}

/** True for an entry whose answer is a page, in a tab or in a frame, and for the redirects that lead to one. */
function isDocument(entry: NetworkEntry & { readonly _resourceType?: string }): boolean {
  const { _resourceType: type, request } = entry;
  if (type !== undefined) return type === 'document';
  const destination = headerOf(request.headers, 'sec-fetch-dest');
  if (destination !== undefined) return /^(?:document|iframe|frame)$/.test(destination);
  return headerOf(request.headers, 'accept')?.startsWith('text/html') ?? false;
}

async function sentCookies(
  { request, response }: NetworkEntry,
  hash: HashValue,
): Promise<readonly SentCookie[] | undefined> {
  const { headers } = request;
  const header = headerOf(headers, 'cookie');
  // Without these the headers are those that the browser meant to send, which have no cookies.
  const isRaw = ['host', ':authority', 'accept-encoding'].some(
    (name) => headerOf(headers, name) !== undefined,
  );
  if (header === undefined) return response.status > 0 && isRaw ? [] : undefined;
  const listed: readonly ListedCookie[] = (request as { cookies?: readonly ListedCookie[] }).cookies ?? [];
  const pairs = header.split(/; ?/).slice(0, MAX_COOKIES);
  return Promise.all(
    pairs.map(async (pair): Promise<SentCookie> => {
      const equals = pair.indexOf('=');
      const name = pair.slice(0, Math.max(equals, 0));
      const attributes = attributesOf(listed.find((one) => one.name === name));
      return {
        name: name.slice(0, MAX_NAME),
        hash: await hash(name, pair.slice(equals + 1)),
        ...(attributes ? { attributes: { name: name.slice(0, MAX_NAME), ...attributes } } : {}),
      };
    }),
  );
}

const SAME_SITES = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** What Chromium says of a cookie that was sent; undefined where it says nothing, as Firefox. */
function attributesOf(listed: ListedCookie | undefined) {
  if (listed?.httpOnly === undefined) return undefined;
  const key = listed.sameSite?.toLowerCase();
  const sameSite =
    key !== undefined && Object.hasOwn(SAME_SITES, key)
      ? SAME_SITES[key as keyof typeof SAME_SITES]
      : undefined;
  return {
    ...(listed.httpOnly ? ({ httpOnly: true } as const) : {}),
    ...(listed.secure ? ({ secure: true } as const) : {}),
    ...(sameSite ? { sameSite } : {}),
  };
}

async function setCookies(
  lines: readonly string[],
  at: number,
  hash: HashValue,
): Promise<readonly SetCookie[]> {
  const read = lines.slice(0, MAX_COOKIES).flatMap((line) => readSetCookie(line, at) ?? []);
  return Promise.all(
    read.map(
      async ({ attributes, value }): Promise<SetCookie> => ({
        ...attributes,
        name: attributes.name.slice(0, MAX_NAME),
        hash: await hash(attributes.name, value),
      }),
    ),
  );
}

function headerOf(headers: NetworkEntry['request']['headers'], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}
