/** A shared secret and how its text is to be read. */
export interface SecretText {
  readonly secret: string;
  readonly encoding: 'text' | 'base64url' | 'hex';
}

/** A set of keys (RFC 7517 section 5). */
export interface JwkSet {
  readonly keys: readonly JsonWebKey[];
}

/**
 * What a token can be verified with. A string is PEM when it has a PEM block, a JWK or JWKS when it is JSON of one, and
 * a secret in UTF-8 otherwise. Undefined: only warnings are looked for.
 */
export type VerifyKey = JsonWebKey | JwkSet | CryptoKey | string | Uint8Array | SecretText | undefined;

/** What a verification expects. */
export interface VerifyOptions {
  /** The only algorithms that are accepted; every known one but `none` when it is absent. */
  readonly algorithms?: readonly string[];
  /** Milliseconds since the epoch; the present when it is absent. */
  readonly now?: number;
  /** Seconds by which clocks may differ; 0 when it is absent. */
  readonly clockTolerance?: number;
  readonly issuer?: string;
  /** One of these must be in `aud`. */
  readonly audience?: string | readonly string[];
  readonly nonce?: string;
  /** Header parameters named in `crit` that the caller understands, beside `b64`. */
  readonly crit?: readonly string[];
  /** The payload of a detached token (RFC 7515 appendix F). */
  readonly payload?: string | Uint8Array;
}

/** One key and what came of it. */
export interface TriedKey {
  /** Such as `key 2 of 3 (EC P-256)`; never key material. */
  readonly key: string;
  readonly kid?: string;
  readonly outcome: 'verified' | 'failed' | 'incompatible' | 'skipped';
  readonly reason: string;
  /** Which signature of a general serialisation, from 0; absent when there is one. */
  readonly signature?: number;
}

/** One claim against what was expected, apart from the signature. */
export interface ClaimCheck {
  readonly claim: 'exp' | 'nbf' | 'iat' | 'aud' | 'iss' | 'nonce';
  readonly ok: boolean;
  readonly message: string;
}

/** What a verification warns of. */
export type WarningCode =
  | 'alg-none'
  | 'key-confusion'
  | 'weak-rsa'
  | 'weak-secret'
  | 'placeholder-secret'
  | 'pss-salt'
  | 'der-signature'
  | 'embedded-jwk'
  | 'jku'
  | 'x5u'
  | 'x5c'
  | 'unknown-crit'
  | 'not-canonical'
  | 'kid-missing'
  | 'kid-differs';

/** Something that is dangerous or wrong whatever the verdict. */
export interface TokenWarning {
  readonly code: WarningCode;
  readonly message: string;
  readonly remedy: string;
}

export type VerificationStatus = 'verified' | 'invalid-signature' | 'malformed' | 'not-verified';

/** The verdict on a token. */
export interface Verification {
  readonly status: VerificationStatus;
  /** One sentence. */
  readonly reason: string;
  readonly algorithm?: string;
  readonly kid?: string;
  /** Every key in the order in which they came, with what became of each. */
  readonly tried: readonly TriedKey[];
  readonly claims: readonly ClaimCheck[];
  readonly warnings: readonly TokenWarning[];
}
