/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, as a JOSE header or a claims set. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** What is wrong with a token, where (UTF-16 offsets into the text that was given) and how to mend it. */
export interface TokenProblem {
  readonly code:
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
    | 'repeated-name';
  readonly message: string;
  readonly remedy: string;
  readonly start: number;
  readonly end: number;
}

/** One dot-separated part of a compact serialisation. */
export interface TokenSegment {
  readonly name:
    | 'header'
    | 'payload'
    | 'signature'
    | 'encrypted key'
    | 'initialization vector'
    | 'ciphertext'
    | 'authentication tag'
    | 'unknown';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that could be read of a token. */
export interface DecodedToken {
  /** `jws` and `jwe` are complete; `malformed` may still carry a header or payload. */
  readonly kind: 'jws' | 'jwe' | 'malformed';
  /** The token itself, without what surrounded it. */
  readonly token: string;
  readonly header?: JsonObject;
  /** The claims of a JWS; never present for a JWE, whose content is encrypted. */
  readonly payload?: JsonObject;
  /** The payload as text, also when it is no JSON object. */
  readonly payloadText?: string;
  readonly segments: readonly TokenSegment[];
  readonly problems: readonly TokenProblem[];
}
