/** What is told of a JSON text while it is read. */
export interface JsonListener {
  /** One element of the list at a path such as `log.entries`, as text. */
  element(path: string, text: string): void;
  /** An element that was left out. */
  skipped(path: string, why: 'too deep' | 'too large'): void;
  /** A text or number directly in the outermost object. */
  scalar(name: string, text: string): void;
}

/** Reads JSON piece by piece, so that a large file is never in memory at once and never stops the page for long. */
export interface JsonScanner {
  push(chunk: string): void;
  /** Why what was read is no whole JSON text, or undefined. */
  end(): 'empty' | 'not JSON' | 'cut off' | undefined;
}

/** Depth inside one element; deeper ones are left out instead of being parsed. */
export const MAX_ELEMENT_DEPTH = 100;

/** UTF-16 units of one element; longer ones are left out. */
export const MAX_ELEMENT_LENGTH = 24_000_000;

const MAX_OUTER_DEPTH = 20;
const MAX_SCALAR = 200;

interface Container {
  readonly kind: '{' | '[';
  readonly path: string;
  /** The last name read in an object. */
  name: string;
  expectsName: boolean;
}

/**
 * Scans for the elements of the lists at some paths. It does not check the grammar: each element is parsed by itself, so
 * that a broken one does not lose the others.
 * @param paths such as `log.entries`
 */
export function scanJson(paths: ReadonlySet<string>, listener: JsonListener): JsonScanner {
  const outer: Container[] = [];
  let began = false;
  let broken = false;
  let inString = false;
  let escaped = false;
  let string = '';
  let bare = '';
  let element:
    | {
        readonly path: string;
        depth: number;
        length: number;
        parts: string[];
        why?: 'too deep' | 'too large';
      }
    | undefined;

  const place = (): string => {
    const last = outer.at(-1);
    if (!last) return '';
    if (last.kind === '[') return `${last.path}[]`;
    return last.path === '' ? last.name : `${last.path}.${last.name}`;
  };
  const inWanted = (): boolean => {
    const last = outer.at(-1);
    return last?.kind === '[' && paths.has(last.path);
  };
  const finish = (): void => {
    if (!element) return;
    const { path, parts, why } = element;
    element = undefined;
    if (why) listener.skipped(path, why);
    else {
      const text = parts.join('').trim();
      if (text !== '') listener.element(path, text);
    }
  };
  const take = (segment: string): void => {
    if (!element || segment === '') return;
    element.length += segment.length;
    if (element.length > MAX_ELEMENT_LENGTH) {
      element.why ??= 'too large';
      element.parts = [];
    } else if (!element.why) element.parts.push(segment);
  };
  const scalar = (text: string): void => {
    const last = outer.at(-1);
    if (outer.length === 1 && last?.kind === '{' && !last.expectsName && text.length <= MAX_SCALAR) {
      listener.scalar(last.name, text);
    }
  };

  /** One structural character outside of strings and elements; false when the element it begins or ends is not done. */
  const structure = (character: string): void => {
    const last = outer.at(-1);
    if (character === '{' || character === '[') {
      began = true;
      if (outer.length >= MAX_OUTER_DEPTH) broken = true;
      else outer.push({ kind: character, path: place(), name: '', expectsName: character === '{' });
    } else if (character === '}' || character === ']') {
      if (bare !== '') scalar(bare);
      if (last?.kind !== (character === '}' ? '{' : '[')) broken = true;
      outer.pop();
    } else if (character === ',') {
      if (bare !== '') scalar(bare);
      if (last?.kind === '{') last.expectsName = true;
    } else if (character === ':' && last) {
      last.expectsName = false;
    } else {
      if (!/\s/.test(character)) {
        bare += bare.length <= MAX_SCALAR ? character : '';
        if (outer.length === 0) broken = true;
      }
      return;
    }
    bare = '';
  };

  /** Goes on inside an element from `from`; gives where it ends or the chunk does. */
  const inside = (chunk: string, from: number): number => {
    let at = from;
    for (; at < chunk.length; at++) {
      const unit = chunk.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (unit === 0x5c) escaped = true;
        else if (unit === 0x22) inString = false;
      } else if (unit === 0x22) inString = true;
      else if (unit === 0x7b || unit === 0x5b) {
        if (element && ++element.depth > MAX_ELEMENT_DEPTH) element.why ??= 'too deep';
      } else if (unit === 0x7d || unit === 0x5d) {
        if (element?.depth === 0) break;
        if (element) element.depth--;
      } else if (unit === 0x2c && element?.depth === 0) break;
    }
    take(chunk.slice(from, at));
    return at;
  };

  const outside = (chunk: string, at: number): void => {
    const character = chunk[at] as string;
    if (!inString) {
      if (character === '"') {
        inString = true;
        string = '';
      } else structure(character);
      return;
    }
    if (escaped) escaped = false;
    else if (character === '\\') escaped = true;
    else if (character === '"') {
      inString = false;
      const last = outer.at(-1);
      if (!last) broken = true;
      else if (last.kind === '{' && last.expectsName) last.name = string;
      else scalar(string);
      return;
    }
    if (string.length <= MAX_SCALAR) string += character;
  };

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length && !broken; at++) {
        if (!element && inWanted() && !inString && !/[\s\],]/.test(chunk[at] as string)) {
          element = { path: outer.at(-1)?.path ?? '', depth: 0, length: 0, parts: [] };
        }
        if (element) {
          at = inside(chunk, at);
          if (at >= chunk.length) return;
          finish();
        }
        outside(chunk, at);
      }
    },
    end() {
      if (broken) return 'not JSON';
      if (!began) return 'empty';
      return outer.length > 0 || element ? 'cut off' : undefined;
    },
  };
}
