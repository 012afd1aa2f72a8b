import type { Aliases } from '../oauth/aliases.ts';
import type { ConformanceProfile } from '../rules/types.ts';
import type { StepSpec } from './step-types.ts';

/** A provider, as data: everything Grantscope knows of it. A profile is plain JSON, so that one can be written by hand. */
export interface Profile {
  readonly id: string;
  /** Id of the provider whose rules apply: a copy of a profile keeps its original's. The profile's own id when absent. */
  readonly family?: string;
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly environments: readonly [Environment, ...Environment[]];
  readonly parameters: readonly ParameterSpec[];
  /** Present when the request travels as a signed request object (RFC 9101). */
  readonly requestObject?: RequestObjectSpec;
  readonly aliases: Aliases;
  readonly callback: CallbackSpec;
  /** Families of rules that its flows are evaluated by beside those that every flow is. */
  readonly gates?: readonly ConformanceProfile[];
  /** Provider-specific error codes; the standard ones are known anyway. */
  readonly errors: Readonly<Record<string, ProviderErrorMeaning>>;
  /** How a flow is told to be this provider's when its host is unknown. */
  readonly recognise: Recogniser;
  /** What a developer must know before the first request: contradictions of the documents and other traps. */
  readonly notes: readonly string[];
  /** The provider's calls in the order in which they are made. Those of built-in profiles are loaded apart from them. */
  readonly steps?: readonly StepSpec[];
}

export interface Environment {
  readonly id: string;
  readonly name: string;
  /** Absolute URL to which parameters are added. Empty when the documents give none: the user fills it in. */
  readonly authorizationEndpoint: string;
  /** Issuer identifier (RFC 8414 section 2), the `aud` of a request object; the endpoint's origin when absent. */
  readonly issuer?: string;
  /**
   * Base URLs of the provider's APIs by the names that steps use, without a trailing slash. Empty when the documents give
   * none: the user fills it in.
   */
  readonly bases?: Readonly<Record<string, string>>;
  /** Other hosts that the provider's redirects pass through, as match patterns. */
  readonly hosts: readonly string[];
  /** Names on the wire that differ from the profile's parameters, by the profile's names. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** Hosts that callbacks may have, as they are registered with the provider; not known when absent. */
  readonly registeredHosts?: readonly string[];
  /** Where the local sandbox takes a public JWKS by PUT with `?client_id=`. */
  readonly keyRegistration?: string;
  /** Values that this environment fills in, by the names of parameters and of what steps take their fields from. */
  readonly defaults: Readonly<Record<string, string>>;
}

export type ParameterGroup = 'identity' | 'consent' | 'security' | 'extras';

export interface ParameterSpec {
  /** The provider's own name. */
  readonly name: string;
  readonly group: ParameterGroup;
  readonly required: boolean;
  readonly description: string;
  /** What the value must satisfy, in words. */
  readonly constraint: string;
  /** Document or specification section. */
  readonly source: string;
  /** Where it goes: a query parameter, or a claim of the request object under this path. */
  readonly place:
    | { readonly in: 'query' }
    | { readonly in: 'request object'; readonly path: readonly string[] };
  readonly default?: string;
  /** How a fresh value is made; the user may overwrite it. */
  readonly generate?: 'state' | 'nonce' | 'uuid-v4' | 'code-challenge';
  /** Values to choose from; others may be typed when `open`. */
  readonly choices?: readonly string[];
  readonly open?: boolean;
  /** True when the value is a list with a space between its members (RFC 6749 section 3.3). */
  readonly list?: boolean;
  readonly checks: readonly ParameterCheck[];
  readonly notes?: readonly string[];
}

/** One machine-checked constraint. `error` keeps nothing from being sent; the interface says what will happen. */
export type ParameterCheck =
  | { readonly kind: 'uuid-v4' }
  | { readonly kind: 'absolute-url'; readonly query: 'allowed' | 'forbidden' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'scope-known'; readonly values: readonly string[] }
  | { readonly kind: 'scope-not-mixed'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'scope-contains'; readonly value: string }
  | { readonly kind: 'uuid' }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly says: string }
  | { readonly kind: 'min-length'; readonly length: number }
  | { readonly kind: 'json'; readonly type: 'object' | 'array' };

/** A claim that says who made a request object, for whom and when (RFC 9101 section 4, RFC 7519 section 4.1). */
export type GeneratedClaim = 'iss' | 'aud' | 'iat' | 'nbf' | 'exp' | 'jti';

export interface RequestObjectSpec {
  /** Query parameter that carries it. */
  readonly parameter: string;
  readonly algorithms: readonly [string, ...string[]];
  /** Header members beside alg and kid. */
  readonly header: Readonly<Record<string, string>>;
  /** Claims made afresh for each object beside those of the parameters. */
  readonly made: readonly GeneratedClaim[];
  /** `always`, or `optional` when the user may choose to sign. */
  readonly use: 'always' | 'optional';
  readonly source: string;
}

export interface CallbackSpec {
  /** Names of the provider's callback parameters on success and on failure. */
  readonly success: readonly string[];
  readonly failure: readonly string[];
  /** Seconds for which a code is valid. */
  readonly codeLifetime?: number;
}

export interface ProviderErrorMeaning {
  readonly meaning: string;
  readonly remedy: string;
  readonly source: string;
}

export interface Recogniser {
  /** Host names, or suffixes that begin with a dot. */
  readonly hosts: readonly string[];
  /** Any of these sets of parameter names (all of a set present) in the request or the callback. */
  readonly parameters: readonly (readonly string[])[];
  /** Any of these sets being all the parameters of the authorize request. */
  readonly onlyParameters?: readonly (readonly string[])[];
  /** Any of these words in scope. */
  readonly scopes?: readonly string[];
}
