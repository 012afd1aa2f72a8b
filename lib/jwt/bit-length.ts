/** Length of a big-endian number in bits, without leading zero bits. */
export function bitLength(bytes: Uint8Array | undefined): number {
  const first = bytes?.findIndex((byte) => byte !== 0) ?? -1;
  if (!bytes || first < 0) return 0;
  return (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}
