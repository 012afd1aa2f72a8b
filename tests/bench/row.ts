/** One line of the table: something measured beside something else in the same run. */
export interface Row {
  readonly what: string;
  readonly comparedWith: string;
  /** Median of the ratios of all rounds; absent when only one side has a figure. */
  readonly ratio?: number;
  /** Smallest and largest of the middle half of the ratios, or of the figures where there is no ratio. */
  readonly spread?: readonly [low: number, high: number];
  readonly rounds: number;
  /** The figure itself, such as `0.021 ms`. */
  readonly figure: string;
  /** What the figure or the ratio should keep to. */
  readonly budget?: string;
  readonly kept?: boolean;
  /** Why this row, and all that is compared with the same, says nothing in this run. */
  readonly invalid?: string;
}

/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Where the middle half of some numbers begins and ends. */
export function middleHalf(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return [at(0.25), at(0.75)];
}

/** Ratios of two series, round by round. */
export function ratios(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}
