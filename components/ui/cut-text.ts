/** Cuts text after at most `length` UTF-16 units, never inside a surrogate pair. */
export function cutText(text: string, length: number): string {
  return text.slice(0, pairSafe(text, length));
}

/** Cuts text into pieces of at most `length` UTF-16 units, never inside a surrogate pair. */
export function chunkText(text: string, length: number): readonly string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = Math.max(pairSafe(text, start + length), start + 1);
    chunks.push(text.slice(start, end));
    start = end;
  }
  return chunks;
}

function pairSafe(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const before = text.charCodeAt(index - 1);
  return before >= 0xd800 && before < 0xdc00 ? index - 1 : index;
}
