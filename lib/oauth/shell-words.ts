/** Words of a shell command that are read. */
const MAX_WORDS = 1_000;

/**
 * Splits a POSIX shell command into words as the shell would: quotes, backslashes and line continuations (XCU section
 * 2.2). Nothing is expanded. A quote that never ends takes the rest.
 */
export function shellWords(command: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < command.length && words.length < MAX_WORDS; at++) {
    const unit = command[at] as string;
    if (unit === "'") {
      const end = endOf(command, at + 1, "'");
      word = (word ?? '') + command.slice(at + 1, end);
      at = end;
    } else if (unit === '"') {
      const { text, end } = doubleQuoted(command, at + 1);
      word = (word ?? '') + text;
      at = end;
    } else if (unit === '\\') {
      at += 1;
      if (command[at] !== '\n') word = (word ?? '') + (command[at] ?? '');
    } else if (/\s/.test(unit)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + unit;
  }
  if (word !== undefined && words.length < MAX_WORDS) words.push(word);
  return words;
}

function endOf(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  return end < 0 ? text.length : end;
}

/** Inside double quotes a backslash escapes only what would otherwise mean something. */
function doubleQuoted(text: string, from: number): { text: string; end: number } {
  let read = '';
  let at = from;
  for (; at < text.length && text[at] !== '"'; at++) {
    const escapes = text[at] === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '');
    if (escapes) at += 1;
    if (!(escapes && text[at] === '\n')) read += text[at];
  }
  return { text: read, end: at };
}
