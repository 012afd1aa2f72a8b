import { encodeBase64url, readBase64url } from '../../jwt/base64url.ts';
import { formEncode } from '../../oauth/build-authorize-url.ts';
import { percentDecode } from '../../oauth/percent.ts';
import { isHttp } from '../../oauth/url.ts';
import { isPlaceholder, type Placeholders } from './placeholders.ts';
import { redactJson } from './redact-json.ts';
import { redactToken, redactTokens } from './redact-token.ts';
import { type SecretKind, secretKind } from './secret-names.ts';

/** What redacting texts shares. */
export interface TextTools {
  readonly placeholders: Placeholders;
  /** Last look at a text that has no more structure. */
  leaf(text: string): string;
  /** Called with each token that is taken apart. */
  seen(token: string, redacted: string): void;
}

/** Texts inside texts (a URL in a parameter of a URL …) that are unfolded; deeper ones are hidden whole. */
const MAX_DEPTH = 8;

const PUSHED = /^(urn:ietf:params:oauth:request_uri:)(.+)$/s;
const SCHEME = /^((?:Bearer|DPoP|Basic|DirectLogin|Digest|Token)\s+)(\S[\s\S]*)$/i;
const QUERY_LIKE = /^[^\s&=?#{}[\]"'<>]{1,100}=[^\s]*(?:&|$)/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Redacts a value that stands under a name. */
export function redactNamed(
  name: string,
  value: string,
  tools: TextTools,
  depth = 0,
  inClaims = false,
): string {
  const kind = secretKind(name, inClaims);
  return kind === undefined ? redactText(value, tools, depth) : hideValue(kind, name, value, tools, depth);
}

function hideValue(kind: SecretKind, name: string, value: string, tools: TextTools, depth: number): string {
  if (value === '' || isPlaceholder(value)) return value;
  const pushed = PUSHED.exec(value);
  if (pushed) return `${pushed[1]}${tools.placeholders.hide('code', pushed[2] ?? '')}`;
  if (isHttp(value) && /^(request.?uri|profile|website|picture)$/i.test(name))
    return redactText(value, tools, depth);
  const scheme = SCHEME.exec(value);
  if (scheme) return `${scheme[1]}${hideValue('token', '', scheme[2] ?? '', tools, depth)}`;
  if (kind === 'cookie') return redactCookies(value, tools);
  const token = redactToken(value.trim(), tokenTools(tools, depth));
  if (token !== undefined) return token;
  // What is inside may stand elsewhere by itself.
  if (depth < MAX_DEPTH) redactText(value, tools, depth + 1);
  return tools.placeholders.hide(kind, value);
}

/** `a=1; b=2; Path=/`: the names and attributes stay. */
function redactCookies(value: string, tools: TextTools): string {
  return value.replace(/(?<![^=;,\s])([^=;,\s]+)=([^;]*)/g, (whole, name: string, content: string) =>
    /^(path|domain|expires|max-age|samesite|priority)$/i.test(name)
      ? whole
      : `${name}=${tools.placeholders.hide('cookie', content)}`,
  );
}

/** Redacts everything secret that can be found in a text: URL, form, JSON, token, base64, or free text. */
export function redactText(text: string, tools: TextTools, depth = 0): string {
  if (text.length < 2 || isPlaceholder(text)) return text;
  if (depth >= MAX_DEPTH)
    return /[=:.]/.test(text) ? tools.placeholders.hide('secret', text) : tools.leaf(text);
  const trimmed = text.trimStart();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    const json = redactJsonText(text, tools, depth);
    if (json !== undefined) return json;
  }
  if (!/\s/.test(text)) {
    const cut = /[?#]/.exec(text)?.index ?? -1;
    if (cut >= 0 && (isHttp(text) || text.includes('=', cut))) return redactUrl(text, cut, tools, depth);
    if (QUERY_LIKE.test(text)) return redactQuery(text, tools, depth);
    if (/%[0-9a-f]{2}/i.test(text)) return redactEncoded(text, tools, depth);
  }
  return redactFree(text, tools, depth);
}

function redactJsonText(text: string, tools: TextTools, depth: number): string | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const before = JSON.stringify(json);
    const after = JSON.stringify(redactClaims(json, tools, depth));
    if (before === after) return tools.leaf(text);
    return after;
  } catch {
    return undefined;
  }
}

function redactClaims(json: unknown, tools: TextTools, depth: number): unknown {
  return redactJson(json, {
    named: (name, value) => redactNamed(name, value, tools, depth + 1, true),
    text: (value) => redactText(value, tools, depth + 1),
    hide: (kind, value) => tools.placeholders.hide(kind, value),
  });
}

function redactUrl(text: string, cut: number, tools: TextTools, depth: number): string {
  const base = redactFree(text.slice(0, cut), tools, depth);
  const rest = text.slice(cut).replace(/([?#][/?!]*)([^#]*)/g, (_, mark: string, query: string) => {
    return `${mark}${redactQuery(query, tools, depth)}`;
  });
  return `${base}${rest}`;
}

function redactQuery(query: string, tools: TextTools, depth: number): string {
  const pieces = query.split('&').map((piece) => {
    const equals = piece.indexOf('=');
    if (equals < 0) return redactFree(piece, tools, depth);
    const rawName = piece.slice(0, equals);
    const rawValue = piece.slice(equals + 1);
    const value = percentDecode(rawValue).text;
    const redacted = redactNamed(percentDecode(rawName).text, value, tools, depth + 1);
    return `${tools.leaf(rawName)}=${redacted === value ? rawValue : formEncode(redacted)}`;
  });
  return pieces.join('&');
}

/** Text that was percent-encoded once more, as a URL in a parameter of a URL is. */
function redactEncoded(text: string, tools: TextTools, depth: number): string {
  const decoded = percentDecode(text).text;
  const redacted = redactText(decoded, tools, depth + 1);
  return redacted === decoded ? redactFree(text, tools, depth) : formEncode(redacted);
}

// Whole runs, so that the search is linear; the name is what can be one at the end of a run.
const PAIR = /(?<![\w.-])([\w.-]+)=([^&\s"'<>;,#]+)/g;
/** UTF-16 units of the longest name of a pair. */
const MAX_NAME = 61;
const JSON_PAIR = /("([\w.-]{1,60})"\s*:\s*")((?:[^"\\]|\\.)*)/g;
const HEADER_LINE = /^([A-Za-z][\w-]{1,60}):[ \t]*(\S.*)$/gm;
const FIELD_PART = /(name="([^"\r\n]{1,60})"\r?\n\r?\n)([^\r\n]*)/g;
const USER_INFO = /^([a-z][a-z0-9+.-]*:\/\/)([^/@\s]+)@/i;
const PATH_SESSION = /(;\s*(?:jsessionid|sid|phpsessid)=)([^;/?#\s]+)/gi;
const BLOB = /[A-Za-z0-9+/_-]{16,}={0,2}/g;

/** Text without a form of its own: tokens, pairs, header lines and encoded pieces in it. */
function redactFree(text: string, tools: TextTools, depth: number): string {
  const named = (name: string, value: string): string => {
    return secretKind(name) === undefined ? value : redactNamed(name, value, tools, depth + 1);
  };
  const redacted = redactTokens(text, tokenTools(tools, depth))
    .replace(USER_INFO, (_, scheme: string, info: string) => {
      return `${scheme}${tools.placeholders.hide('secret', info)}@`;
    })
    .replace(PATH_SESSION, (_, start: string, value: string) => {
      return `${start}${tools.placeholders.hide('session', value)}`;
    })
    .replace(FIELD_PART, (_, start: string, name: string, value: string) => `${start}${named(name, value)}`)
    .replace(JSON_PAIR, (_, start: string, name: string, value: string) => `${start}${named(name, value)}`)
    .replace(HEADER_LINE, (whole, name: string, value: string) => {
      return /authorization|cookie|token|secret|dauth|dpop|api-?key/i.test(name)
        ? `${name}: ${named(name, value)}`
        : whole;
    })
    .replace(PAIR, (whole, run: string, value: string) => {
      const tail = run.slice(-MAX_NAME);
      const start = tail.search(/[A-Za-z_][\w.-]/);
      return start < 0 ? whole : `${run}=${named(tail.slice(start), value)}`;
    })
    .replace(BLOB, (blob) => redactBlob(blob, tools, depth));
  return tools.leaf(redacted);
}

/** Base64 or base64url of something that has structure itself. */
function redactBlob(blob: string, tools: TextTools, depth: number): string {
  const { bytes } = readBase64url(blob);
  if (!bytes || isPlaceholder(blob)) return blob;
  let inner: string;
  try {
    inner = utf8.decode(bytes);
  } catch {
    return blob;
  }
  if (!/[{[=:]/.test(inner) || /\p{Cc}/u.test(inner.replace(/[\r\n\t]/g, ''))) return blob;
  const redacted = redactText(inner, tools, depth + 1);
  if (redacted === inner) return blob;
  const url = encodeBase64url(new TextEncoder().encode(redacted));
  if (/[-_]/.test(blob) || !/[+/=]/.test(blob)) return url;
  const standard = url.replaceAll('-', '+').replaceAll('_', '/');
  return standard.padEnd(Math.ceil(standard.length / 4) * 4, '=');
}

function tokenTools(tools: TextTools, depth: number) {
  return {
    placeholders: tools.placeholders,
    seen: tools.seen,
    claims: (json: unknown) => (depth >= MAX_DEPTH ? {} : redactClaims(json, tools, depth)),
  };
}
