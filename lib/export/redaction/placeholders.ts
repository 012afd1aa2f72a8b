import { readBase64url } from '../../jwt/base64url.ts';
import { VALUE_CLASSES, type ValueClass } from './value-class.ts';

/** Placeholders are drawn out with `A` to the length of what they stand for, up to this many characters. */
const LONGEST = 512;

const PLACEHOLDER = new RegExp(`^redacted-(?:${VALUE_CLASSES.join('|')})-\\d{1,7}-\\d{1,9}-?A*$`);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{12}$/i;
const UUID_PLACEHOLDER = /^00000000-0000-[0-9a-f]000-[0-9a-f]000-0000[0-9]{8}$/i;

/** Classes whose placeholders stand in paths, hosts and sentences, where length beyond the number says nothing. */
const SHORT: ReadonlySet<ValueClass> = new Set(['segment', 'host', 'name', 'text', 'scope', 'body']);

/** Values and what stands in their place: the same value has the same placeholder, another value another one. */
export interface Placeholders {
  /** The placeholder of a value, also when the value is encoded; empty values and placeholders stay. */
  hide(kind: ValueClass, value: string): string;
  /** Every value that was hidden, decoded, with the class that it had first. */
  readonly hidden: ReadonlyMap<string, HiddenValue>;
}

/** A value that was hidden. */
export interface HiddenValue {
  readonly kind: ValueClass;
  readonly placeholder: string;
  /** How often it was replaced. */
  count: number;
}

/**
 * Makes an empty list.
 * @param known what was hidden in an earlier run over the same data: a value that is the base64 form of one of these is
 * the same value, whichever comes first
 */
export function createPlaceholders(known: ReadonlyMap<string, HiddenValue> = new Map()): Placeholders {
  const hidden = new Map<string, HiddenValue>();
  const found = new Map<string, HiddenValue>();
  const numbers = new Map<string, number>();
  const next = (kind: string): number => {
    const number = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, number);
    return number;
  };
  const make = (kind: ValueClass, plain: string): HiddenValue => {
    const uuid = UUID.exec(plain);
    const placeholder = uuid
      ? `00000000-0000-${uuid[1]}000-${uuid[2]}000-0000${String(next('uuid')).padStart(8, '0')}`
      : named(kind, next(kind), plain.length);
    const made = { kind, placeholder, count: 0 };
    hidden.set(plain, made);
    return made;
  };
  return {
    hidden,
    hide(kind, value) {
      if (value === '' || isPlaceholder(value)) return value;
      let entry = found.get(value);
      if (!entry) {
        const plain = decodedForm(value, known);
        if (isPlaceholder(plain)) return plain;
        entry = hidden.get(plain) ?? make(known.get(plain)?.kind ?? kind, plain);
        found.set(value, entry);
      }
      entry.count += 1;
      return entry.placeholder;
    },
  };
}

/** True for what {@link Placeholders} makes. */
export function isPlaceholder(value: string): boolean {
  return (value.startsWith('redacted-') && PLACEHOLDER.test(value)) || UUID_PLACEHOLDER.test(value);
}

const MAX_ENCODINGS = 4;
const LONGEST_BASE64 = 100_000;
const ESCAPED = /%[0-9a-f]{2}/i;
const BASE64 = /^[A-Za-z0-9+/_-]{4,}={0,2}$/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A value without its percent-encoding; without its base64 too when what is inside is known by itself. */
function decodedForm(value: string, known: ReadonlyMap<string, HiddenValue>): string {
  const plain = percentDecoded(value);
  if (known.size === 0 || plain.length > LONGEST_BASE64 || !BASE64.test(plain)) return plain;
  const { bytes } = readBase64url(plain);
  if (!bytes) return plain;
  try {
    const inner = percentDecoded(utf8.decode(bytes));
    return known.has(inner) ? inner : plain;
  } catch {
    return plain;
  }
}

function percentDecoded(value: string): string {
  let plain = value;
  for (let round = 0; round < MAX_ENCODINGS && ESCAPED.test(plain); round++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

/** The id of a record may be a fingerprint of what is in it: then its length says nothing and differs by chance. */
function named(kind: ValueClass, number: number, length: number): string {
  const start = `redacted-${kind}-${number}-${kind === 'record' ? 0 : length}`;
  return SHORT.has(kind) || kind === 'record' ? start : drawnOut(start, length);
}

/** A placeholder as long as the value, where it can be, so that a rule about length still sees what it saw. */
function drawnOut(start: string, length: number): string {
  const missing = length > LONGEST ? 0 : length - start.length - 1;
  return missing < 1 ? start : `${start}-${'A'.repeat(missing)}`;
}

/** The end of a token without its signature: base64url with clean trailing bits (RFC 7515 section 2). */
export function asSegment(placeholder: string): string {
  const long = placeholder.padEnd(32, 'A');
  const rest = long.length % 4;
  return rest === 0 ? long : `${long}${'A'.repeat(4 - rest)}`;
}
