/** Whether a storage area refused something because it has no room. */
export function isFull(reason: unknown): boolean {
  return reason instanceof Error && /quota/i.test(`${reason.name} ${reason.message}`);
}

/** Size of a value in a storage area, in UTF-16 units of its JSON. */
export function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
