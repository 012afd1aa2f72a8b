/** An error as a value: a code for programs, a sentence and a remedy for people. */
interface Coded<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly remedy: string;
}

/**
 * The base of all errors of our own: each kind lists its codes. Never carries key material.
 * @param cause what was caught, if anything
 */
export class CodedError<Code extends string = string> extends Error implements Coded<Code> {
  override readonly name: string = 'CodedError';
  readonly code: Code;
  readonly remedy: string;

  constructor(code: Code, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.remedy = remedy;
  }

  /** The error with which a function that throws reports a failure that is a value. */
  static of<Code extends string>({ code, message, remedy }: Coded<Code>): CodedError<Code> {
    return new CodedError(code, message, remedy);
  }
}
