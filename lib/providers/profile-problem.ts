/** What is wrong with a profile or a file of them. */
export interface ProfileProblem {
  readonly code: string;
  /** Where, as a JSON pointer (RFC 6901); empty for the whole. */
  readonly pointer: string;
  /** What should stand there, as the end of “expected …”. */
  readonly expected: string;
  /** What stands there, as the end of “found …”. */
  readonly found: string;
  readonly remedy: string;
}

/** Either a value or everything that keeps it from being one. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** A JSON pointer to a member (RFC 6901 section 3). */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The problem as a sentence. */
export function problemSentence({ pointer, expected, found }: ProfileProblem): string {
  return `${pointer === '' ? 'The whole' : pointer}: expected ${expected}, found ${found}.`;
}
