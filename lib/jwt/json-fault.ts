import type { JsonPosition } from './types.ts';

/** Where and why a text stops being JSON. */
export interface JsonFault extends JsonPosition {
  /** What was expected and what stands there, as the end of a sentence. */
  readonly reason: string;
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or }' | ', or ]' | 'end';

const EXPECTED: Readonly<Record<Expected, string>> = {
  value: 'a value is expected',
  'value or ]': 'a value or “]” is expected',
  name: 'a name in double quotes is expected',
  'name or }': 'a name in double quotes or “}” is expected',
  ':': '“:” is expected',
  ', or }': '“,” or “}” is expected',
  ', or ]': '“,” or “]” is expected',
  end: 'nothing more is expected',
};

const SPACE = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

/**
 * The first place where a text breaks the grammar of JSON (RFC 8259), or undefined when it keeps it. Engines word their
 * errors differently; this one is the same everywhere. Linear, and it does not recurse.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('}' | ']')[] = [];
  let expected: Expected = 'value';
  let index = 0;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = index;
    const found = pattern.test(text);
    if (found) index = pattern.lastIndex;
    return found;
  };
  const afterValue = (): Expected => {
    const closing = open.at(-1);
    return closing === undefined ? 'end' : closing === '}' ? ', or }' : ', or ]';
  };
  for (;;) {
    match(SPACE);
    const character: string | undefined = text[index];
    if (character === undefined)
      return expected === 'end' ? undefined : fault(text, index, EXPECTED[expected]);
    const wantsValue: boolean = expected === 'value' || expected === 'value or ]';
    const wantsName: boolean = expected === 'name' || expected === 'name or }';
    if (character === open.at(-1) && expected !== 'value' && expected !== 'name' && expected !== ':') {
      open.pop();
      index++;
      expected = afterValue();
    } else if (character === '"' && (wantsValue || wantsName)) {
      index = endOfString(text, index + 1);
      if (text[index] !== '"') return fault(text, index, 'the text in quotes goes on or ends');
      index++;
      expected = wantsName ? ':' : afterValue();
    } else if (wantsValue && (character === '{' || character === '[')) {
      open.push(character === '{' ? '}' : ']');
      index++;
      expected = character === '{' ? 'name or }' : 'value or ]';
    } else if (wantsValue && match(SCALAR)) expected = afterValue();
    else if (character === ':' && expected === ':') {
      index++;
      expected = 'value';
    } else if (character === ',' && expected.startsWith(',')) {
      index++;
      expected = expected === ', or }' ? 'name' : 'value';
    } else return fault(text, index, EXPECTED[expected]);
  }
}

/** Where a string ends: its closing quote, or the first character that may not stand in it. */
function endOfString(text: string, start: number): number {
  const pattern = new RegExp(ESCAPE);
  let index = start;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22 || code < 0x20) return index;
    if (code !== 0x5c) continue;
    pattern.lastIndex = index;
    if (!pattern.test(text)) return index;
    index = pattern.lastIndex - 1;
  }
  return index;
}

function fault(text: string, offset: number, expected: string): JsonFault {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const point = text.codePointAt(offset);
  const found = point === undefined ? 'the text ends there' : `${name(point)} stands there`;
  return { offset, line, column, reason: `at line ${line}, column ${column} ${expected}, but ${found}` };
}

function name(point: number): string {
  const printable = point > 0x20 && point !== 0x7f && !(point >= 0xd800 && point <= 0xdfff);
  return printable
    ? `“${String.fromCodePoint(point)}”`
    : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
