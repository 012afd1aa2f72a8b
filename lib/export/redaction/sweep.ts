import { encodeBase64url } from '../../jwt/base64url.ts';
import { formEncode } from '../../oauth/build-authorize-url.ts';
import { filler } from './placeholders.ts';
import { SECRET_KINDS } from './secret-names.ts';

/** Shorter values are replaced where they stand under their name, not wherever the same letters happen to be. */
export const SHORTEST_SWEPT = 6;

const SHORTEST_ENCODED = 6;

/** What placeholders are made of is never replaced, or they would be replaced in turn. */
const OWN_WORD = new RegExp(`^(?:redacted)?-?(?:${SECRET_KINDS.join('|')})?-?\\d{0,4}-?A*$`);
const KEY = SHORTEST_SWEPT;
const encoder = new TextEncoder();

/** Replaces every spelling of the hidden values in a text. Linear in the length of the text. */
export type Sweep = (text: string) => string;

/**
 * Makes a sweep over hidden values and their placeholders. Spellings: as it is, percent-encoded once and twice,
 * JSON-escaped, HTML-escaped, hexadecimal, base64 and base64url at each of the three alignments.
 */
export function createSweep(hidden: ReadonlyMap<string, string>): Sweep {
  const needles = new Map<string, Map<string, string>>();
  for (const [value, placeholder] of hidden) {
    if (value.length < SHORTEST_SWEPT || OWN_WORD.test(value)) continue;
    for (const [needle, instead] of spellings(value, placeholder)) {
      const key = needle.slice(0, KEY);
      const group = needles.get(key) ?? new Map<string, string>();
      if (!group.has(needle)) group.set(needle, instead);
      needles.set(key, group);
    }
  }
  for (const [key, group] of needles) needles.set(key, new Map([...group].sort(longestFirst)));
  return (text) => sweep(text, needles);
}

const longestFirst = ([a]: [string, string], [b]: [string, string]): number => b.length - a.length;

function sweep(text: string, needles: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  if (needles.size === 0 || text.length < KEY) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at + KEY <= text.length; ) {
    const group = needles.get(text.slice(at, at + KEY));
    const found = group && startingAt(text, at, group);
    if (!found) {
      at++;
      continue;
    }
    parts.push(text.slice(from, at), found[1]);
    at += found[0].length;
    from = at;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}

function startingAt(text: string, at: number, group: ReadonlyMap<string, string>) {
  for (const entry of group) if (text.startsWith(entry[0], at)) return entry;
  return undefined;
}

function* spellings(value: string, placeholder: string): Generator<readonly [string, string]> {
  yield [value, placeholder];
  for (const encoded of [
    percentEncoded(value),
    formEncode(value),
    formEncode(value).replaceAll('%20', '+'),
  ]) {
    yield* bothCases(encoded, placeholder);
    yield* bothCases(encoded.replaceAll('%', '%25'), placeholder);
    yield* bothCases(formEncode(encoded), placeholder);
  }
  const json = JSON.stringify(value).slice(1, -1);
  yield [json, placeholder];
  yield [json.replaceAll('/', '\\/'), placeholder];
  yield [json.replace(/[^ -~]/g, unicodeEscape), placeholder];
  yield [value.replace(/[&<>"']/g, (character) => HTML[character] ?? character), placeholder];
  const bytes = encoder.encode(value.replace(/\p{Surrogate}/gu, '\ufffd'));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  yield [hex, filler(hex.length)];
  yield [hex.toUpperCase(), filler(hex.length)];
  for (const part of base64Parts(bytes)) {
    yield [part, filler(part.length)];
    yield [part.replaceAll('-', '+').replaceAll('_', '/'), filler(part.length)];
  }
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function* bothCases(encoded: string, placeholder: string): Generator<readonly [string, string]> {
  yield [encoded, placeholder];
  yield [encoded.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase()), placeholder];
}

function percentEncoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The characters that a value contributes to base64url, whichever of the three alignments it has. */
function* base64Parts(bytes: Uint8Array): Generator<string> {
  for (const before of [0, 1, 2]) {
    const shifted = new Uint8Array(before + bytes.length);
    shifted.set(bytes, before);
    const encoded = encodeBase64url(shifted);
    const start = [0, 2, 3][before] ?? 0;
    const whole = shifted.length % 3 === 0 ? encoded.length : encoded.length - 1;
    const part = encoded.slice(start, whole);
    if (part.length >= SHORTEST_ENCODED) yield part;
  }
}
