import { CodedError } from '../jwt/coded-error.ts';

/** Why a pasted key could not be imported. */
export type ImportErrorCode =
  | 'empty'
  | 'unknown-format'
  | 'not-json'
  | 'not-a-jwk'
  | 'empty-set'
  | 'several-keys'
  | 'damaged'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'encryption-unknown'
  | 'legacy-encryption'
  | 'ssh-key'
  | 'not-a-key'
  | 'type-unknown'
  | 'curve-unknown'
  | 'algorithm-misfit'
  | 'key-too-short'
  | 'not-imported';

/**
 * An error about a pasted key: a code for programs, a sentence that names what was found, and a remedy. Never carries key
 * material.
 */
export class ImportError extends CodedError<ImportErrorCode> {
  override readonly name = 'ImportError';
}
