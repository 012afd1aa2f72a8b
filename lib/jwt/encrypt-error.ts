import { CodedError } from './coded-error.ts';

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
export class EncryptError extends CodedError<EncryptErrorCode> {
  override readonly name = 'EncryptError';
}
