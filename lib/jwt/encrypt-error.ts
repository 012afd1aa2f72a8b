/** Why a token could not be encrypted or decrypted. */
export type EncryptErrorCode =
  | 'algorithm-missing'
  | 'algorithm-unknown'
  | 'algorithm-unavailable'
  | 'encryption-unknown'
  | 'not-json'
  | 'not-a-jwe'
  | 'malformed'
  | 'key-does-not-fit'
  | 'not-encrypted'
  | 'not-decrypted';

/** An error about encryption: a code for programs, a sentence and a remedy for people. Never carries key material. */
export class EncryptError extends Error {
  override readonly name = 'EncryptError';
  readonly code: EncryptErrorCode;
  readonly remedy: string;

  constructor(code: EncryptErrorCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.remedy = remedy;
  }
}
