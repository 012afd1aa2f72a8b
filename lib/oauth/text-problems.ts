import type { InferOutput } from 'valibot';
import type { TextProblemSchema } from './schema/sent-parameter-schema.ts';

/** What is wrong with a piece of text that came from outside: a code, a sentence, a remedy. */
export type TextProblem = InferOutput<typeof TextProblemSchema>;

/** Values longer than this (UTF-16 units) are called oversize; servers and proxies commonly stop at 8 KB. */
export const OVERSIZE_VALUE = 8_192;

/** What nearly every value is made of. */
const PRINTABLE = /^[\x20-\x7e]*$/;

const NO_PROBLEMS: readonly TextProblem[] = [];

const CONTROL = /\p{Cc}/u;
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]|\u200c|\u200d/;

/** Names characters that a reader cannot see or that change the order of what is shown, and values too long to pass. */
export function textProblems(value: string): readonly TextProblem[] {
  if (value.length <= OVERSIZE_VALUE && PRINTABLE.test(value)) return NO_PROBLEMS;
  const problems: TextProblem[] = [];
  const control = CONTROL.exec(value);
  if (control) {
    problems.push({
      code: 'control-character',
      message: `Contains the control character ${codePoint(control[0])} at position ${control.index}.`,
      remedy:
        'Authorization response values are printable ASCII (RFC 6749 appendix A); find what inserted it.',
    });
  }
  const bidirectional = BIDIRECTIONAL.exec(value);
  if (bidirectional) {
    problems.push({
      code: 'bidirectional-character',
      message: `Contains ${codePoint(bidirectional[0])} at position ${bidirectional.index}, which reorders text on screen.`,
      remedy: 'Do not trust how this value looks; compare its escaped form.',
    });
  }
  const invisible = INVISIBLE.exec(value);
  if (invisible) {
    problems.push({
      code: 'invisible-character',
      message: `Contains ${codePoint(invisible[0])} at position ${invisible.index}, which cannot be seen.`,
      remedy: 'Remove it; it often comes from copying out of a document or a chat.',
    });
  }
  if (value.length > OVERSIZE_VALUE) {
    problems.push({
      code: 'oversize',
      message: `Is ${value.length} characters long; servers and proxies commonly refuse more than ${OVERSIZE_VALUE}.`,
      remedy: 'Send large requests by PAR (RFC 9126) and large responses by form_post.',
    });
  }
  return problems;
}

/** `U+202E` for a character. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Makes control and bidirectional characters visible as escapes such as `\u{202E}`; other text is unchanged. */
export function makeVisible(value: string): string {
  return value.replace(
    /[\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu,
    (character) => {
      return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
    },
  );
}
