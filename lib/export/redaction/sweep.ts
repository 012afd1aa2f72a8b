import type { HiddenValue, Placeholders } from './placeholders.ts';
import { isKnownWord } from './vocabulary.ts';

/** Shorter values are replaced where they stand, not wherever a sentence has the same letters. */
const SHORTEST = 3;

const LETTER = /[\p{L}\p{N}]/u;

/** Replaces every hidden value in a sentence of ours. Linear in the length of the sentence. */
export type Sweep = (sentence: string) => string;

/**
 * Makes a sweep over hidden values: each is found as a whole word, with its white space as a sentence writes it. Words of
 * the vocabulary stay, since they say nothing and sentences are made of them.
 */
export function createSweep(hidden: ReadonlyMap<string, HiddenValue>, placeholders: Placeholders): Sweep {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const value of hidden.keys()) {
    if (value.length < SHORTEST || isKnownWord(value)) continue;
    for (const needle of new Set([value, value.replace(/\s+/g, ' ')])) {
      const key = needle.slice(0, SHORTEST);
      groups.set(key, [...(groups.get(key) ?? []), [needle, value]]);
    }
  }
  for (const [key, group] of groups) {
    groups.set(
      key,
      group.toSorted(([a], [b]) => b.length - a.length),
    );
  }
  return (sentence) => sweep(sentence, groups, (value) => placeholders.hide('value', value));
}

function sweep(
  text: string,
  groups: ReadonlyMap<string, readonly (readonly [string, string])[]>,
  hide: (value: string) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at + SHORTEST <= text.length; ) {
    const found = groups
      .get(text.slice(at, at + SHORTEST))
      ?.find(([needle]) => text.startsWith(needle, at) && isWhole(text, at, at + needle.length));
    if (!found) {
      at++;
      continue;
    }
    parts.push(text.slice(from, at), hide(found[1]));
    at += found[0].length;
    from = at;
  }
  return parts.join('') + text.slice(from);
}

/** Not a part of a longer word or number. */
function isWhole(text: string, from: number, to: number): boolean {
  const joins = (outer: string | undefined, inner: string | undefined): boolean =>
    outer !== undefined && inner !== undefined && LETTER.test(outer) && LETTER.test(inner);
  return !joins(text[from - 1], text[from]) && !joins(text[to], text[to - 1]);
}
