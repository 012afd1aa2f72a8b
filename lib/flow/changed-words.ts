import { pairInOrder } from './pair-in-order.ts';

/** A stretch of a text, and whether the other text lacks it. */
export interface WordRun {
  readonly text: string;
  readonly changed: boolean;
}

/** UTF-16 units of a text within which words are compared; longer ones are marked whole. */
export const MAX_MARKED = 4_000;

/** Words of a text beyond which it is marked whole. */
const MAX_WORDS = 500;

/** Compares two texts word by word: names, numbers and each sign between them. Together the runs are the texts again. */
export function changedWords(left: string, right: string): readonly [readonly WordRun[], readonly WordRun[]] {
  const [one, other] = [wordsOf(left), wordsOf(right)];
  if (!one || !other) return [whole(left), whole(right)];
  const pairs = pairInOrder(one, other);
  const kept = (side: 0 | 1): ReadonlySet<number | undefined> =>
    new Set(
      pairs.filter(([at, beside]) => at !== undefined && beside !== undefined).map((pair) => pair[side]),
    );
  return [runs(one, kept(0)), runs(other, kept(1))];
}

function wordsOf(text: string): readonly string[] | undefined {
  if (text.length > MAX_MARKED) return undefined;
  const words = text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
  return words.length > MAX_WORDS ? undefined : words;
}

const whole = (text: string): readonly WordRun[] => (text === '' ? [] : [{ text, changed: true }]);

function runs(words: readonly string[], kept: ReadonlySet<number | undefined>): readonly WordRun[] {
  const found: { text: string; changed: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const changed = !kept.has(index);
    const last = found.at(-1);
    if (last?.changed === changed) last.text += word;
    else found.push({ text: word, changed });
  }
  return found;
}
