/** The part of a response that is read. */
export interface ReadBytes {
  readonly body: ReadableStream<Uint8Array> | null;
}

/** The beginning of a body. */
export interface BoundedText {
  readonly text: string;
  /** True when the body was longer than is read. */
  readonly cut: boolean;
}

/**
 * Reads a body as UTF-8 while it streams, and cancels it as soon as it has more bytes than the limit, counted after the
 * browser has decompressed them: what a small answer unfolds to is never in memory.
 * @param limit bytes; of a longer body the text of the first ones is given
 */
export async function readBounded({ body }: ReadBytes, limit: number): Promise<BoundedText> {
  if (!body) return { text: '', cut: false };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let left = limit;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value.subarray(0, left), { stream: true });
    left -= part.value.byteLength;
    if (left < 0) {
      // Waiting for the end of what is cancelled would be waiting for the server.
      void reader.cancel().catch(() => undefined);
      return { text, cut: true };
    }
  }
  return { text: text + decoder.decode(), cut: false };
}
