import { formEncodeParameter } from '../../oauth/build-authorize-url.ts';
import { percentDecode } from '../../oauth/percent.ts';
import { redactName } from './redact-name.ts';
import { inside, type TextTools } from './text-tools.ts';
import { isKnownText } from './vocabulary.ts';

const SCHEME = /^([a-z][a-z0-9+.-]{0,60}):(.*)$/is;
const AUTHORITY = /^\/\/([^/?#\\]*)(.*)$/s;
/** Schemes after which stands no address. */
const OPAQUE = /^(?:data|javascript|blob|mailto|tel|sms|about|file|view-source|filesystem|urn)$/i;

/**
 * A URL, or what a `Location` may be of one: scheme, host, port, known path segments and names of parameters stay; user
 * info, identifiers in host and path, and every value of a parameter that is not known to be harmless are replaced.
 */
export function redactUrl(url: string, tools: TextTools): string {
  const [, scheme, rest = url] = SCHEME.exec(url) ?? [];
  if (scheme === undefined) return redactAfterScheme(url, tools);
  if (OPAQUE.test(scheme)) {
    const kept = url === 'about:blank' || (/^urn$/i.test(scheme) && isKnownText(rest));
    return kept ? url : `${scheme}:${tools.placeholders.hide('value', rest)}`;
  }
  const parts = scheme
    .split(/([+.-])/)
    .map((part) => (/^[+.-]$/.test(part) ? part : redactLabel(part, tools)));
  return `${parts.join('')}:${redactAfterScheme(rest, tools)}`;
}

function redactAfterScheme(text: string, tools: TextTools): string {
  const [, authority, after = text] = AUTHORITY.exec(text) ?? [];
  const cut = /[?#]/.exec(after)?.index ?? after.length;
  const path = after
    .slice(0, cut)
    .split('/')
    .map((segment) => redactSegment(segment, tools));
  const hash = after.indexOf('#', cut);
  const query = after.slice(cut, hash < 0 ? undefined : hash);
  return [
    authority === undefined ? '' : `//${redactAuthority(authority, tools)}`,
    path.join('/'),
    query === '' ? '' : `?${redactQuery(query.slice(1), tools)}`,
    hash < 0 ? '' : `#${redactFragment(after.slice(hash + 1), tools)}`,
  ].join('');
}

function redactAuthority(authority: string, tools: TextTools): string {
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const info = authority
    .slice(0, Math.max(at, 0))
    .split(':')
    .map((part, index) => tools.placeholders.hide(index === 0 ? 'person' : 'secret', part));
  return `${at < 0 ? '' : `${info.join(':')}@`}${redactHost(host, tools)}`;
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\])(?::\d{0,5})?$/i;

/** A host name with its port: addresses and labels that identify nobody stay. */
export function redactHost(host: string, tools: TextTools): string {
  if (ADDRESS.test(host)) return host;
  const [, name = host, port = ''] = /^(.*?)((?::\d{0,5})?)$/s.exec(host) ?? [];
  return `${name
    .split('.')
    .map((label) => redactLabel(label, tools))
    .join('.')}${port}`;
}

/** Longer labels, with more digits, or that nobody could pronounce, identify a tenant, a person or an attempt. */
function redactLabel(label: string, { placeholders }: TextTools): string {
  const ordinary =
    /^[a-z0-9_-]{0,30}$/i.test(label) &&
    label.replace(/\D/g, '').length <= 3 &&
    !/[b-df-hj-np-tv-xz]{6}/i.test(label) &&
    !/(?:\d[a-z]+){3}/i.test(label);
  return ordinary ? label : placeholders.hide('host', label);
}

/** A segment of a path, with its parameters after `;` (RFC 3986 section 3.3). */
function redactSegment(segment: string, tools: TextTools): string {
  const [first = '', ...parameters] = segment.split(';');
  return [redactPart(first, tools), ...parameters.map((one) => redactPair(one, tools))].join(';');
}

const VERSION = /^v?\d{1,2}(?:\.\d{1,2}){0,2}$/i;

function redactPart(raw: string, tools: TextTools): string {
  if (raw === '') return raw;
  const text = percentDecode(raw.replaceAll('+', '%2B')).text;
  if (VERSION.test(text) || text === '.' || text === '..' || isKnownText(text)) return raw;
  const structured = tools.structure('', text, inside(tools), true);
  return formEncodeParameter(structured ?? tools.placeholders.hide('segment', text));
}

/** The names and values of a query or of a form (RFC 6749 appendix B). */
export function redactQuery(query: string, tools: TextTools): string {
  return query
    .split('&')
    .map((segment) => redactPair(segment, tools))
    .join('&');
}

/** `name=value`; a piece without a name is a value. */
function redactPair(segment: string, tools: TextTools): string {
  const equals = segment.indexOf('=');
  if (equals < 0)
    return rewritten(segment, (text) => (isKnownText(text) ? text : tools.named('', text, tools)));
  const rawName = segment.slice(0, equals);
  const name = percentDecode(rawName).text;
  const value = rewritten(segment.slice(equals + 1), (text) => tools.named(name, text, inside(tools)));
  return `${rewritten(rawName, (text) => redactName(text, tools))}=${value}`;
}

function rewritten(raw: string, redact: (text: string) => string): string {
  const text = percentDecode(raw).text;
  const redacted = redact(text);
  return redacted === text ? raw : formEncodeParameter(redacted);
}

/** A response in a fragment, or the route of a page in it. */
function redactFragment(fragment: string, tools: TextTools): string {
  const route = /^!?\//.test(fragment);
  if (!route) return redactQuery(fragment, tools);
  const mark = fragment.startsWith('!') ? '!' : '';
  return `${mark}${redactAfterScheme(fragment.slice(mark.length), inside(tools))}`;
}
