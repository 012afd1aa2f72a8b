import type { TokenSegment } from './types.ts';

/** Parts of a compact JWS, in order (RFC 7515 section 7.1). */
const JWS = ['header', 'payload', 'signature'] as const;

/** Parts of a compact JWE, in order (RFC 7516 section 7.1). */
const JWE = ['header', 'encrypted key', 'initialization vector', 'ciphertext', 'authentication tag'] as const;

/** Parts that are kept of a text that has too many. */
export const MAX_SEGMENTS = 8;

/** Cuts a compact serialisation at its dots; `offset` is where it stands in the whole text. */
export function splitCompact(token: string, offset: number): readonly TokenSegment[] {
  const texts = token.split('.', MAX_SEGMENTS);
  const names: readonly TokenSegment['name'][] = texts.length < 5 ? JWS : JWE;
  let start = offset;
  return texts.map((text, index): TokenSegment => {
    const end = start + text.length;
    const segment: TokenSegment = { name: names[index] ?? 'extra segment', text, start, end };
    start = end + 1;
    return segment;
  });
}
