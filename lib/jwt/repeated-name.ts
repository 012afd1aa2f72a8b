/** A name that stands twice in one object, with what it stands for each time. */
export interface RepeatedName {
  readonly name: string;
  /** JSON of the first and of the later value, cut after {@link MAX_SHOWN} characters. */
  readonly first: string;
  readonly later: string;
}

/** Characters of a value that are shown. */
export const MAX_SHOWN = 80;

/** Repeated names that are told apart; a token with one is refused anyway. */
export const MAX_REPEATED = 8;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Reads the outline of a JSON text: names that stand twice in one object, at any depth, and how deep it nests.
 * `JSON.parse` silently keeps the last of them, so that a header can be read in two ways (RFC 7515 section 4). The text
 * must be valid JSON. Linear in its length.
 */
export function outline(json: string): {
  readonly repeated: readonly RepeatedName[];
  readonly depth: number;
} {
  const objects: (Map<string, number> | undefined)[] = [];
  const repeated: RepeatedName[] = [];
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === QUOTE) {
      const end = endOfString(json, index);
      const colon = skipSpace(json, end);
      const names = json[colon] === ':' ? objects[objects.length - 1] : undefined;
      if (names) {
        const name = readName(json, index, end);
        const first = names.get(name);
        if (first === undefined) names.set(name, colon + 1);
        else if (repeated.length < MAX_REPEATED) {
          repeated.push({ name, first: valueAt(json, first), later: valueAt(json, colon + 1) });
        }
      }
      index = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      objects.push(code === 0x7b ? new Map() : undefined);
      if (objects.length > depth) depth = objects.length;
    } else if (code === 0x7d || code === 0x5d) objects.pop();
  }
  return { repeated, depth };
}

function readName(json: string, start: number, end: number): string {
  const plain = json.slice(start + 1, end - 1);
  return plain.includes('\\') ? (JSON.parse(json.slice(start, end)) as string) : plain;
}

/** Index after the closing quote of the string that opens at `start`. */
function endOfString(json: string, start: number): number {
  let end = start;
  for (;;) {
    end = json.indexOf('"', end + 1);
    if (end < 0) return json.length;
    let before = end - 1;
    while (json.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
}

function skipSpace(json: string, from: number): number {
  let index = from;
  let code = json.charCodeAt(index);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = json.charCodeAt(++index);
  return index;
}

/** The JSON value that begins at or after `from`, cut. */
function valueAt(json: string, from: number): string {
  const start = skipSpace(json, from);
  let depth = 0;
  let index = start;
  for (; index < json.length && index - start <= MAX_SHOWN; index++) {
    const character = json[index] as string;
    if (character === '"') index = endOfString(json, index) - 1;
    else if ('{['.includes(character)) depth++;
    else if ('}]'.includes(character) && depth-- === 0) break;
    else if (character === ',' && depth === 0) break;
  }
  const value = json.slice(start, index).trim();
  return value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;
}
