import type { CookieAttributes, SameSite } from './cookie-types.ts';
import { parseCookieDate } from './parse-cookie-date.ts';

/** Octets of a name with its value, and of the value of an attribute, beyond which they are ignored. */
const MAX_PAIR = 4096;
const MAX_ATTRIBUTE = 1024;

/** Longest lifetime that a browser gives, in milliseconds: 400 days (RFC 6265bis section 5.5). */
const MAX_LIFETIME = 400 * 86_400_000;

/** A cookie as a header sets it, with its value, which must not be kept. */
export interface ReadSetCookie {
  readonly attributes: CookieAttributes;
  readonly value: string;
}

/**
 * Reads one `Set-Cookie` header as a browser does (RFC 6265bis section 5.6); undefined when a browser ignores it as a whole.
 * @param now when the response came, milliseconds since the epoch: lifetimes count from there
 */
export function readSetCookie(header: string, now: number): ReadSetCookie | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a browser refuses
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(header)) return undefined;
  const [pair = '', ...rest] = header.split(';');
  const equals = pair.indexOf('=');
  const name = trim(pair.slice(0, Math.max(equals, 0)));
  const value = trim(pair.slice(equals + 1));
  if (octets(name) + octets(value) > MAX_PAIR || (name === '' && value === '')) return undefined;
  const said = new Map<string, string>();
  for (const attribute of rest) {
    const [key = '', ...parts] = attribute.split('=');
    const text = trim(parts.join('='));
    if (octets(text) <= MAX_ATTRIBUTE) put(said, trim(key).toLowerCase(), text);
  }
  return { attributes: { name, ...attributesOf(said, now) }, value };
}

/** The last attribute of a name counts; a time that cannot be read does not replace one that can. */
function put(said: Map<string, string>, key: string, text: string): void {
  if (key === 'expires' && parseCookieDate(text) === undefined) return;
  if (key === 'max-age' && !/^-?\d+$/.test(text)) return;
  said.set(key, text);
}

function attributesOf(said: ReadonlyMap<string, string>, now: number): Omit<CookieAttributes, 'name'> {
  const domain = said.get('domain')?.replace(/^\./, '').toLowerCase();
  const path = said.get('path');
  const sameSite = sameSiteOf(said.get('samesite'));
  const expires = expiryOf(said, now);
  return {
    ...(domain ? { domain } : {}),
    ...(path?.startsWith('/') ? { path } : {}),
    ...(expires === undefined ? {} : { expires }),
    ...(said.has('secure') ? { secure: true } : {}),
    ...(said.has('httponly') ? { httpOnly: true } : {}),
    ...(said.has('partitioned') ? { partitioned: true } : {}),
    ...(sameSite ? { sameSite } : {}),
  };
}

/** Max-Age counts before Expires; what has passed already is the beginning of the epoch. */
function expiryOf(said: ReadonlyMap<string, string>, now: number): number | undefined {
  const age = said.get('max-age');
  const date = said.get('expires');
  if (age === undefined && date === undefined) return undefined;
  const end = age === undefined ? parseCookieDate(date ?? '') : now + Number(age) * 1000;
  if (end === undefined) return undefined;
  return end <= now ? 0 : Math.min(end, now + MAX_LIFETIME);
}

const SAME_SITES: Readonly<Record<string, SameSite>> = { none: 'None', lax: 'Lax', strict: 'Strict' };

function sameSiteOf(text: string | undefined): SameSite | undefined {
  const key = text?.toLowerCase() ?? '';
  return Object.hasOwn(SAME_SITES, key) ? SAME_SITES[key] : undefined;
}

function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
