/** The part of a response that is read. */
export interface ReadBytes {
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Reads a body as UTF-8, and no more than so many UTF-16 units of it. */
export async function readBody(
  response: ReadBytes,
  longest: number,
): Promise<{ readonly text: string; readonly cut: boolean }> {
  if (!response.body) return { text: '', cut: false };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > longest) {
      await reader.cancel();
      return { text: text.slice(0, longest), cut: true };
    }
  }
  return { text: text + decoder.decode(), cut: false };
}
