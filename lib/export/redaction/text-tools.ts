import type { Placeholders } from './placeholders.ts';

/** What redacting a text shares with what stands inside of it. */
export interface TextTools {
  readonly placeholders: Placeholders;
  /** Names of parameters that profiles document, beside those of the vocabulary. */
  readonly names: ReadonlySet<string>;
  /** Redacts a value under its name; given here since what is inside a value is redacted like the value. */
  readonly named: (name: string, value: string, tools: TextTools, inJson?: boolean) => string;
  /** Redacts a value that has a structure; undefined when it has none. */
  readonly structure: (name: string, value: string, tools: TextTools, inPath?: boolean) => string | undefined;
  /** Texts around this one that were taken apart: a URL in a parameter of a URL … */
  readonly depth: number;
}

/** Texts inside texts that are taken apart; deeper ones are hidden whole. */
export const MAX_REDACTION_DEPTH = 8;

/** The same, one text further in. */
export function inside(tools: TextTools): TextTools {
  return { ...tools, depth: tools.depth + 1 };
}
