import { CodedError } from '../jwt/coded-error.ts';

/** Why a key could not be made, read, published or kept. */
export type KeyErrorCode =
  | 'algorithm-unknown'
  | 'not-generated'
  | 'private-member'
  | 'symmetric-key'
  | 'not-a-key'
  | 'not-stored'
  | 'storage-unavailable';

/** An error about a key: a code for programs, a sentence and a remedy for people. Never carries key material. */
export class KeyError extends CodedError<KeyErrorCode> {
  override readonly name = 'KeyError';
}
