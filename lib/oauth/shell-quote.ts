/**
 * A value as one word of a POSIX shell: between apostrophes nothing has a meaning but the apostrophe (IEEE Std 1003.1,
 * Shell Command Language, section 2.2.2). No word can hold U+0000, so that it is left out.
 */
export function quoteForShell(value: string): string {
  return `'${value.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}
