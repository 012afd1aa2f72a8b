import { isCredentialName } from './credential-name.ts';

/** Stands where a value was that is not recorded. */
export const NOT_RECORDED = '(not-recorded)';

/** URLs inside parameters of URLs that are looked into. */
const MAX_DEPTH = 3;

const USER_INFO = /^([a-z][a-z0-9+.-]{0,50}:\/\/)[^/?#@]*@/i;

/**
 * A URL, `Location` or form text in which the values of passwords, PINs and one-time codes are replaced, in query,
 * fragment, path parameters, and URLs inside of parameters; also the user name and password before its host. The same
 * text comes back when there is none. Never throws.
 */
export function hideCredentials(text: string): string {
  const open = USER_INFO.test(text) ? text.replace(USER_INFO, `$1${NOT_RECORDED}@`) : text;
  return open.includes('=') || open.includes('%3') ? hideInPairs(open, 0) : open;
}

/** Pieces between the signs that part a URL: each is a name and a value, or a part of what came before. */
function hideInPairs(text: string, depth: number): string {
  let hiding = false;
  let sign = '';
  let result = '';
  for (const segment of text.split(/([?&#;])/)) {
    if (segment.length === 1 && '?&#;'.includes(segment)) {
      sign = segment;
      continue;
    }
    // What follows a hidden value without being a pair of its own still belongs to it.
    if (hiding && (sign === '?' || sign === ';') && (sign === '?' || !segment.includes('='))) {
      sign = '';
      continue;
    }
    const shown = hideInPair(segment, depth);
    hiding = shown !== segment && shown.endsWith(`=${NOT_RECORDED}`);
    result += sign + shown;
    sign = '';
  }
  return result + sign;
}

function hideInPair(segment: string, depth: number): string {
  const equals = segment.indexOf('=');
  if (equals < 0) return depth < MAX_DEPTH && /%3d/i.test(segment) ? hideInside(segment, depth) : segment;
  const rawName = segment.slice(0, equals);
  const rawValue = segment.slice(equals + 1);
  const name = decode(rawName);
  // In a hash route the name follows the path.
  if (isCredentialName(name.slice(name.lastIndexOf('/') + 1))) {
    return rawValue === '' ? segment : `${rawName}=${NOT_RECORDED}`;
  }
  // A value may be a URL or a form of its own, encoded once more.
  return depth < MAX_DEPTH && /%3d/i.test(rawValue) ? `${rawName}=${hideInside(rawValue, depth)}` : segment;
}

function hideInside(rawValue: string, depth: number): string {
  const inner = decode(rawValue);
  const hidden = hideInPairs(inner, depth + 1);
  return hidden === inner ? rawValue : encodeURIComponent(hidden);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/**
 * A body as text, JSON or form fields, in which the values of passwords, PINs and one-time codes are replaced; all else
 * stays as it came. Never throws.
 */
export function hideCredentialsInBody(text: string): string {
  if (/^\s*[[{]/.test(text)) return hideInJson(text);
  return /^[^\s{<=]+=/.test(text) ? hideCredentials(text) : text;
}

/** Reads strings one after another; whatever else stands in the text is left as it is, also where it is no JSON. */
function hideInJson(text: string): string {
  let result = '';
  let copied = 0;
  let at = text.indexOf('"');
  while (at >= 0) {
    const end = endOfString(text, at);
    const colon = skipSpace(text, end);
    if (text[colon] !== ':') {
      at = text.indexOf('"', end);
      continue;
    }
    const from = skipSpace(text, colon + 1);
    if (!isCredentialName(text.slice(at + 1, end - 1)) || text[from] === '{') {
      at = text.indexOf('"', from);
      continue;
    }
    const to = endOfValue(text, from);
    result += `${text.slice(copied, from)}"${NOT_RECORDED}"`;
    copied = to;
    at = text.indexOf('"', to);
  }
  return result + text.slice(copied);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at++;
  return at;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  const signs = text[start] === '[' ? ']' : ',}] \t\r\n';
  let at = start;
  while (at < text.length && !signs.includes(text[at] as string)) at++;
  return text[start] === '[' ? Math.min(at + 1, text.length) : at;
}
