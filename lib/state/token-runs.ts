import type { DecodedToken, TokenSegment } from '../jwt/types.ts';

/** A stretch of text of one colour. */
export interface TokenRun {
  readonly text: string;
  /** Absent outside of the token, and for the dots in it. */
  readonly segment?: TokenSegment['name'];
  readonly problem: boolean;
}

/** Cuts a text where its token's segments and problems begin and end. The runs, joined, are the text. */
export function tokenRuns(text: string, { segments, problems }: DecodedToken): readonly TokenRun[] {
  const edges = [...segments, ...problems].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, text.length])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const within = (place: { readonly start: number; readonly end: number }): boolean =>
      place.start <= start && place.end >= end;
    const segment = segments.find(within)?.name;
    return {
      text: text.slice(start, end),
      ...(segment === undefined ? {} : { segment }),
      problem: problems.some(within),
    };
  });
}
