import { isPublicWord, type SecretKind } from './secret-names.ts';

/** Placeholders are drawn out with `A` to the length of what they stand for, up to this many characters. */
const LONGEST = 512;

const PLACEHOLDER = /^redacted-[a-z]+-\d+(?:-A+)?(?:-of-\d+)?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{12}$/i;
const UUID_PLACEHOLDER = /^00000000-0000-[0-9a-f]000-[0-9a-f]000-0000[0-9]{8}$/i;

/** Values and what stands in their place: the same value has the same placeholder, another value another one. */
export interface Placeholders {
  /** The placeholder of a value; empty values, public words and placeholders stay. */
  hide(kind: SecretKind, value: string): string;
  /** Every value that was hidden, with its placeholder. */
  readonly hidden: ReadonlyMap<string, string>;
}

/** Makes an empty list. */
export function createPlaceholders(): Placeholders {
  const hidden = new Map<string, string>();
  const counts = new Map<string, number>();
  const next = (kind: string): number => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return number;
  };
  return {
    hidden,
    hide(kind, value) {
      if (value === '' || isPlaceholder(value) || isPublicWord(value)) return value;
      const known = hidden.get(value);
      if (known !== undefined) return known;
      const uuid = UUID.exec(value);
      const made = uuid
        ? `00000000-0000-${uuid[1]}000-${uuid[2]}000-0000${String(next('uuid')).padStart(8, '0')}`
        : drawnOut(`redacted-${kind}-${next(kind)}`, value.length);
      hidden.set(value, made);
      return made;
    },
  };
}

/** True for what {@link Placeholders} makes. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || UUID_PLACEHOLDER.test(value);
}

/** A placeholder as long as the value, where it can be, so that a rule about length still sees what it saw. */
function drawnOut(start: string, length: number): string {
  if (length > LONGEST) return `${start}-${'A'.repeat(32)}-of-${length}`;
  const missing = length - start.length - 1;
  return missing < 1 ? start : `${start}-${'A'.repeat(missing)}`;
}

/** Encoded text in whose place nothing readable fits: as long as before, so that what surrounds it still decodes. */
export function filler(length: number): string {
  return `redacted${'A'.repeat(Math.max(length - 8, 0))}`.slice(0, length);
}

/** The end of a token without its signature: base64url with clean trailing bits (RFC 7515 section 2). */
export function asSegment(placeholder: string): string {
  const long = placeholder.padEnd(32, 'A');
  const rest = long.length % 4;
  return rest === 0 ? long : `${long}${'A'.repeat(4 - rest)}`;
}
