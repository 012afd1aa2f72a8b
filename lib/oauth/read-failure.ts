/** Why a text was refused: a code for programs, a sentence and a remedy for people. */
export interface ReadFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}
