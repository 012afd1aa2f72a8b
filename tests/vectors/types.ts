import type { DecryptionKey } from '../../lib/jwt/decrypt.ts';
import type { JsonObject } from '../../lib/jwt/types.ts';
import type { VerifyKey, VerifyOptions } from '../../lib/jwt/verify-types.ts';

interface Named {
  /** Unique in its list. */
  readonly id: string;
  /** The specification and the section, or the file, that the values come from. */
  readonly source: string;
}

/** What a token must read as. */
export interface DecodeVector extends Named {
  readonly kind: 'decode';
  readonly text: string;
  readonly as: 'jws' | 'jwe';
  readonly header: JsonObject;
  readonly payload?: JsonObject;
  readonly payloadText?: string;
}

/** A token that must verify, or must not. */
export interface VerifyVector extends Named {
  readonly kind: 'verify' | 'reject';
  readonly token: string;
  readonly key: VerifyKey;
  readonly options?: VerifyOptions;
}

/** Claims that are signed and then verified with the same key. */
export interface SignVector extends Named {
  readonly kind: 'sign';
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly key: JsonWebKey;
}

/** A token that must decrypt to the plaintext. */
export interface DecryptVector extends Named {
  readonly kind: 'decrypt';
  readonly token: string;
  readonly key: DecryptionKey;
  /** When it is published. */
  readonly plaintext?: string;
}

/** A token that must not decrypt. */
export interface UndecryptableVector extends Named {
  readonly kind: 'undecryptable';
  readonly token: string;
  readonly key: DecryptionKey;
}

/** The thumbprint of a key (RFC 7638), base64url of SHA-256. */
export interface ThumbprintVector extends Named {
  readonly kind: 'thumbprint';
  readonly jwk: JsonWebKey;
  readonly thumbprint: string;
}

/** A key that must be imported. */
export interface ImportVector extends Named {
  readonly kind: 'import';
  readonly text: string;
  readonly type: 'public' | 'private' | 'secret';
  readonly kty: string;
  /** Of a certificate. */
  readonly subject?: string;
  readonly n?: string;
}

/** One published example. */
export type Vector =
  | DecodeVector
  | VerifyVector
  | SignVector
  | DecryptVector
  | UndecryptableVector
  | ThumbprintVector
  | ImportVector;
