/**
 * Regular expressions that cannot be made to run long. Anybody may write a profile, so that the patterns in it are not given
 * to a backtracking engine: they are matched by following every possible state at once (Thompson 1968), in time
 * proportional to the pattern's states times the text's length.
 */
export interface LinearPattern {
  readonly states: number;
  /** Whether the pattern is found in the text; undefined when deciding that would take more than {@link MAX_WORK}. */
  test(text: string): boolean | undefined;
}

/** Most states of one pattern; a counted repetition has one set of them for each count. */
export const MAX_STATES = 4_000;

/** Most steps, states times characters, that one test may take. */
export const MAX_WORK = 4_000_000;

const MAX_NESTING = 50;

/** A state: a character class and the state after it, a fork, an anchor, or the end. */
type State =
  | { readonly kind: 'atom'; readonly accepts: (character: string) => boolean; next: number }
  | { readonly kind: 'fork'; readonly nexts: number[] }
  | { readonly kind: 'start' | 'end'; next: number }
  | { readonly kind: 'found' };

type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'anchor'; readonly at: 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

/** Why a pattern cannot be used. */
export class PatternError extends Error {}

/**
 * Reads a pattern in the syntax of JavaScript with the flag `u`: characters, classes, groups, alternatives, repetitions, `^`
 * and `$`. Throws a {@link PatternError} for back references, look-around, named groups, word boundaries, more than
 * {@link MAX_STATES} states, and what is no regular expression at all.
 */
export function linearPattern(pattern: string): LinearPattern {
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw new PatternError('is no regular expression');
  }
  const states: State[] = [{ kind: 'found' }];
  const start = build(new Reader(pattern).whole(), 0, states);
  return {
    states: states.length,
    test: (text) => (text.length * states.length > MAX_WORK ? undefined : run(states, start, text)),
  };
}

/** Reads a pattern of which the engine has already said that it is well-formed. */
class Reader {
  #at = 0;
  #depth = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Node {
    const node = this.#choice();
    if (this.#at < this.#text.length) throw new PatternError('has a closing bracket too many');
    return node;
  }

  #choice(): Node {
    if (++this.#depth > MAX_NESTING) throw new PatternError('nests too deeply');
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#depth--;
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? '')) {
      parts.push(this.#repeated(this.#single()));
    }
    return { kind: 'sequence', parts };
  }

  #single(): Node {
    if (this.#take('^')) return { kind: 'anchor', at: 'start' };
    if (this.#take('$')) return { kind: 'anchor', at: 'end' };
    if (this.#take('(')) {
      if (this.#text[this.#at] === '?' && !this.#take('?:')) {
        throw new PatternError('uses look-around or a named group');
      }
      const inner = this.#choice();
      this.#take(')');
      return inner;
    }
    const source = this.#match(ATOM);
    if (source === '' || /^\\[bBk1-9]/.test(source)) {
      throw new PatternError('uses a back reference or a word boundary');
    }
    return { kind: 'atom', source };
  }

  #repeated(part: Node): Node {
    const quantifier = this.#match(QUANTIFIER);
    if (quantifier === '') return part;
    const [, least = '0', comma, most] = /^\{(\d+)(,)?(\d*)/.exec(quantifier) ?? [];
    if (quantifier.startsWith('{')) {
      const from = Number(least);
      return { kind: 'repeat', part, least: from, most: most ? Number(most) : comma ? Infinity : from };
    }
    const once = quantifier.startsWith('+') ? 1 : 0;
    return { kind: 'repeat', part, least: once, most: quantifier.startsWith('?') ? 1 : Infinity };
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(shape: RegExp): string {
    shape.lastIndex = this.#at;
    const [found = ''] = shape.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }
}

/** One character, an escape of one, or a class of them. */
const ATOM =
  /\[(?:[^\]\\]|\\.)*\]|\\u\{[^}]*\}|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\x..|\\c.|\\[pP]\{[^}]*\}|\\.|[^\\]/suy;
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;

/** Adds the states of a node that go on to `next`, and gives the first of them. */
function build(node: Node, next: number, states: State[]): number {
  const add = (state: State): number => {
    if (states.length >= MAX_STATES) throw new PatternError(`has more than ${MAX_STATES} states`);
    return states.push(state) - 1;
  };
  switch (node.kind) {
    case 'atom': {
      const shape = new RegExp(`^${node.source}$`, 'u');
      return add({ kind: 'atom', accepts: (character) => shape.test(character), next });
    }
    case 'anchor':
      return add({ kind: node.at, next });
    case 'sequence':
      return node.parts.reduceRight((after, part) => build(part, after, states), next);
    case 'choice':
      return add({ kind: 'fork', nexts: node.parts.map((part) => build(part, next, states)) });
    case 'repeat': {
      let after = next;
      if (node.most === Number.POSITIVE_INFINITY) {
        const loop = { kind: 'fork' as const, nexts: [next] };
        after = add(loop);
        loop.nexts.push(build(node.part, after, states));
      } else {
        for (let count = node.least; count < node.most; count++) {
          after = add({ kind: 'fork', nexts: [next, build(node.part, after, states)] });
        }
      }
      for (let count = 0; count < node.least; count++) {
        const before = states.length;
        after = build(node.part, after, states);
        // What takes no character is as good once as any number of times.
        if (states.length === before) break;
      }
      return after;
    }
  }
}

function run(states: readonly State[], start: number, text: string): boolean {
  const characters = Array.from(text);
  let current: Set<number> = new Set();
  for (let place = 0; place <= characters.length; place++) {
    // A pattern may begin anywhere.
    if (enter(start, place, characters.length, states, current)) return true;
    const character = characters[place];
    if (character === undefined) return false;
    const following: Set<number> = new Set();
    for (const index of current) {
      const state = states[index];
      if (state?.kind === 'atom' && state.accepts(character)) {
        if (enter(state.next, place + 1, characters.length, states, following)) return true;
      }
    }
    current = following;
  }
  return false;
}

/** Adds a state and all that follow it without a character; true when the end of the pattern is among them. */
function enter(
  first: number,
  place: number,
  length: number,
  states: readonly State[],
  into: Set<number>,
): boolean {
  const waiting = [first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (into.has(index)) continue;
    into.add(index);
    const state = states[index];
    if (state?.kind === 'found') return true;
    if (state?.kind === 'fork') waiting.push(...state.nexts);
    if (state?.kind === 'start' && place === 0) waiting.push(state.next);
    if (state?.kind === 'end' && place === length) waiting.push(state.next);
  }
  return false;
}
