import { encodeBase64url, readBase64url } from '../../jwt/base64url.ts';
import { formEncodeParameter } from '../../oauth/build-authorize-url.ts';
import { isHarmless, isSentence } from './harmless-values.ts';
import { isPlaceholder, type Placeholders } from './placeholders.ts';
import { redactJson } from './redact-json.ts';
import { redactSentence } from './redact-sentence.ts';
import { redactToken } from './redact-token.ts';
import { redactQuery, redactUrl } from './redact-url.ts';
import { inside, MAX_REDACTION_DEPTH, type TextTools } from './text-tools.ts';
import { classOf } from './value-class.ts';
import { isKnownText } from './vocabulary.ts';

/** Longer texts are taken apart only where they are a whole body; elsewhere they are hidden. */
const LONGEST_INNER = 2_000_000;

/** What redacts texts, from the outermost in. @param names names of parameters that profiles document */
export function createTextTools(placeholders: Placeholders, names: ReadonlySet<string>): TextTools {
  return { placeholders, names, named: redactNamed, structure: redactStructure, depth: 0 };
}

/**
 * A value that stands under a name. It stays when it is known to be harmless there; what has a structure keeps that, with
 * its values redacted in turn; everything else is replaced.
 * @param inJson true for a member of a JSON object or a claims set
 */
export function redactNamed(name: string, value: string, tools: TextTools, inJson = false): string {
  if (value === '' || isPlaceholder(value) || isHarmless(name, value, inJson)) return value;
  if (isSentence(name)) return redactSentence(value, tools);
  return redactStructure(name, value, tools) ?? tools.placeholders.hide(classOf(name), value);
}

/** The text of a body: JSON, a form or a token keep their structure, everything else is hidden whole. */
export function redactBody(text: string, tools: TextTools): string {
  if (text.trim() === '' || isPlaceholder(text)) return text;
  if (/^[^\s{<=&]{1,100}=[^\s]*$/.test(text)) return redactQuery(text, tools);
  return redactStructure('', text, tools) ?? tools.placeholders.hide('body', text);
}

const PUSHED = /^(urn:ietf:params:oauth:request_uri:)(.+)$/s;
const CREDENTIALS = /^(Bearer|DPoP|Basic|JWT) +(\S+)$/i;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,60}:\/\/[^\s]+$/i;
const LIST_NAMES = /^(?:scopes?|requestedscopes?|grantedscopes?)$/;

/**
 * A value with a structure of its own, its parts redacted; undefined when it has none.
 * @param inPath true for a segment of a path, where an address is no address
 */
function redactStructure(name: string, value: string, tools: TextTools, inPath = false): string | undefined {
  if (tools.depth >= MAX_REDACTION_DEPTH || value.length > LONGEST_INNER) return undefined;
  const inner = inside(tools);
  const token = value.includes('.') ? redactToken(value.trim(), inner) : undefined;
  if (token !== undefined) return token;
  if (/^\s*[[{]/.test(value)) return redactJsonText(value, inner);
  if (LIST_NAMES.test(name.toLowerCase().replace(/[^a-z]/g, ''))) return redactScopes(value, inner);
  const pushed = PUSHED.exec(value);
  if (pushed) return `${pushed[1]}${tools.placeholders.hide('code', pushed[2] ?? '')}`;
  const credentials = CREDENTIALS.exec(value);
  if (credentials) return redactCredentials(credentials[1] ?? '', credentials[2] ?? '', inner);
  if (/^(?:set-?)?cookie$/i.test(name)) return redactCookies(value, inner);
  if (!inPath && ADDRESS.test(value)) return redactUrl(value, inner);
  if (isForm(value)) return redactQuery(value, inner);
  return redactEncoded(name, value, inner);
}

/** What was percent-encoded once more, or is the base64 form of a JSON object, when it has a structure inside. */
function redactEncoded(name: string, value: string, tools: TextTools): string | undefined {
  if (/%[0-9a-f]{2}/i.test(value)) {
    try {
      const decoded = decodeURIComponent(value);
      const redacted = redactStructure(name, decoded, tools);
      return redacted === undefined ? undefined : formEncodeParameter(redacted);
    } catch {
      return undefined;
    }
  }
  // `{` is the six bits of `e` and the first two of the next character.
  if (!/^e[w-z0-9][A-Za-z0-9+/_-]{6,}={0,2}$/.test(value)) return undefined;
  const text = decodedBase64(value);
  const json = text === undefined || !text.startsWith('{') ? undefined : redactJsonText(text, tools);
  return json === undefined ? undefined : encodedLike(value, json);
}

/** A JSON text with its values replaced; always written again, since a reader sees the last of repeated names only. */
function redactJsonText(text: string, tools: TextTools): string | undefined {
  try {
    return JSON.stringify(redactJson(JSON.parse(text), tools));
  } catch {
    return undefined;
  }
}

function redactScopes(value: string, tools: TextTools): string {
  return value
    .split(/( +)/)
    .map((scope) => {
      if (scope.trim() === '' || isPlaceholder(scope) || isKnownText(scope)) return scope;
      return /^https?:\/\//i.test(scope) ? redactUrl(scope, tools) : tools.placeholders.hide('scope', scope);
    })
    .join('');
}

/** Credentials of an `Authorization` header (RFC 9110 section 11.4); of Basic both halves, which may stand elsewhere. */
function redactCredentials(scheme: string, credentials: string, tools: TextTools): string {
  const { placeholders } = tools;
  if (scheme.toLowerCase() !== 'basic') {
    return `${scheme} ${redactToken(credentials, tools) ?? placeholders.hide('token', credentials)}`;
  }
  const text = decodedBase64(credentials);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 0) return `${scheme} ${placeholders.hide('secret', credentials)}`;
  const [user, password] = [text.slice(0, colon), text.slice(colon + 1)];
  const pair = `${placeholders.hide('client', user)}:${placeholders.hide('secret', password)}`;
  return `${scheme} ${encodedLike('+', pair)}`;
}

/** `a=1; b=2; Path=/`: known names and attributes stay (RFC 6265 section 4). */
function redactCookies(value: string, { placeholders }: TextTools): string {
  return value
    .split(';')
    .map((segment) => {
      const [, space = '', name = '', content] = /^(\s*)([^=]*)(?:=(.*))?$/s.exec(segment) ?? [];
      if (content === undefined) {
        return /^(?:Secure|HttpOnly|Partitioned)$/i.test(name)
          ? segment
          : space + placeholders.hide('cookie', name);
      }
      if (/^(?:SameSite=(?:Strict|Lax|None)|Path=\/|Max-Age=-?\d{1,8})$/i.test(`${name}=${content}`))
        return segment;
      const kept = isKnownText(name) ? name : placeholders.hide('name', name);
      return `${space}${kept}=${placeholders.hide('cookie', content)}`;
    })
    .join(';');
}

/** Two or more fields, or one whose value is encoded, all of whose names are known. */
function isForm(value: string): boolean {
  if (!value.includes('=') || /[\s{}<>"]/.test(value)) return false;
  const segments = value.split('&', 200);
  if (segments.length < 2) return false;
  return segments.every((segment) => {
    const equals = segment.indexOf('=');
    return equals > 2 && isKnownText(segment.slice(0, equals));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodedBase64(value: string): string | undefined {
  const { bytes } = readBase64url(value);
  if (!bytes) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Base64url, or base64 with padding where the example has its alphabet or padding. */
function encodedLike(example: string, text: string): string {
  const url = encodeBase64url(new TextEncoder().encode(text));
  if (!/[+/=]/.test(example)) return url;
  const standard = url.replaceAll('-', '+').replaceAll('_', '/');
  return standard.padEnd(Math.ceil(standard.length / 4) * 4, '=');
}
