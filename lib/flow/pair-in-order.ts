/** Places in the left and in the right list; one of them is absent where only the other list has the entry. */
export type Pair = readonly [left: number | undefined, right: number | undefined];

/** Entries of a list that are compared; what comes after them stands alone. */
export const MAX_PAIRED = 500;

/**
 * Pairs equal entries of two lists without crossing: a longest common subsequence, in the order of both, with the
 * entries that have no partner between them, those of the left list first.
 */
export function pairInOrder(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const rows = Math.min(left.length, MAX_PAIRED);
  const columns = Math.min(right.length, MAX_PAIRED);
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const longest =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      (lengths[row] as Uint16Array)[column] = longest;
    }
  const pairs: Pair[] = [];
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    if (left[row] === right[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) pairs.push([row++, undefined]);
    else pairs.push([undefined, column++]);
  }
  while (row < left.length) pairs.push([row++, undefined]);
  while (column < right.length) pairs.push([undefined, column++]);
  return pairs;
}

/** Also pairs an entry without a partner with one that stands right after it on the other side, where they are alike. */
export function withNeighbours(
  pairs: readonly Pair[],
  isAlike: (left: number, right: number) => boolean,
): readonly Pair[] {
  const found: Pair[] = [];
  for (const pair of pairs) {
    const [, right] = pair;
    const waiting = found.findIndex(
      ([at, beside], index) =>
        pair[0] === undefined &&
        right !== undefined &&
        at !== undefined &&
        beside === undefined &&
        isAlike(at, right) &&
        found.slice(index).every(([, other]) => other === undefined),
    );
    if (waiting === -1) found.push(pair);
    else found[waiting] = [found[waiting]?.[0], right];
  }
  return found;
}
