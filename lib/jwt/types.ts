/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, as a JOSE header or a claims set. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** What can be wrong with a token's text. */
export type TokenProblemCode =
  | 'empty'
  | 'no-token'
  | 'oversize'
  | 'whitespace'
  | 'segment-count'
  | 'not-base64url'
  | 'padding'
  | 'not-canonical'
  | 'not-utf8'
  | 'not-json'
  | 'not-an-object'
  | 'repeated-name'
  | 'too-deep'
  | 'b64-without-crit'
  | 'not-a-serialisation';

/** What is wrong with a token, where (UTF-16 offsets into the text that was given) and how to fix it. */
export interface TokenProblem {
  readonly code: TokenProblemCode;
  readonly message: string;
  readonly remedy: string;
  readonly start: number;
  readonly end: number;
  /** Where reading stopped inside the decoded JSON (UTF-16 offset; line and column count from 1). */
  readonly position?: JsonPosition;
  /** The token can be read and verified all the same: a JWS may carry content that is no claims set. */
  readonly note?: true;
}

/** A place inside a JSON text. */
export interface JsonPosition {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** One dot-separated part of a compact serialisation, or the member of a JSON serialisation that stands for it. */
export interface TokenSegment {
  readonly name:
    | 'header'
    | 'payload'
    | 'signature'
    | 'encrypted key'
    | 'initialization vector'
    | 'ciphertext'
    | 'authentication tag'
    | 'extra segment';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One signature of a JSON serialisation (RFC 7515 section 7.2.1). */
export interface TokenSignature {
  /** The protected header, when it could be read. */
  readonly header?: JsonObject;
  readonly unprotected?: JsonObject;
  /** The protected header as it is signed: base64url, or empty. */
  readonly protectedText: string;
  /** Base64url. */
  readonly signature: string;
}

/** One recipient of a JWE in the general serialisation (RFC 7516 section 7.2.1). */
export interface TokenRecipient {
  readonly header?: JsonObject;
  /** Base64url; absent for direct encryption. */
  readonly encryptedKey?: string;
}

/** A token inside a token. */
export interface NestedToken {
  /** Names from the payload down, such as `claims.request`; empty when the payload itself is the token. */
  readonly path: string;
  readonly decoded: DecodedToken;
}

/** Everything that could be read of a token. */
export interface DecodedToken {
  /** `jws` and `jwe` are complete; `malformed` may still carry a header or payload. */
  readonly kind: 'jws' | 'jwe' | 'malformed';
  /** Compact when it is absent. */
  readonly serialisation?: 'flattened' | 'general';
  /** The token itself, without what surrounded it. */
  readonly token: string;
  /** The protected header; of the first signature when there are several. */
  readonly header?: JsonObject;
  /** The header as text, when it is no JSON object. */
  readonly headerText?: string;
  /** The unprotected header of a JSON serialisation: nobody vouches for it. */
  readonly unprotected?: JsonObject;
  /** The claims of a JWS; never present for a JWE, whose content is encrypted. */
  readonly payload?: JsonObject;
  /** The payload as text, also when it is no JSON object. */
  readonly payloadText?: string;
  /** The payload is not in the token (RFC 7515 appendix F). */
  readonly detached?: true;
  /** The payload is not base64url (RFC 7797). */
  readonly unencoded?: true;
  /** Every signature of a JSON serialisation. */
  readonly signatures?: readonly TokenSignature[];
  /** Every recipient of a general JWE. */
  readonly recipients?: readonly TokenRecipient[];
  /** Tokens found in the payload, unfolded in turn. */
  readonly nested?: readonly NestedToken[];
  readonly segments: readonly TokenSegment[];
  readonly problems: readonly TokenProblem[];
}
