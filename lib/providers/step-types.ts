import type { ParameterCheck } from './types.ts';

/**
 * A step of a provider: one HTTP call, or something that happens elsewhere in the extension. Plain JSON, so that one can
 * be written by hand.
 */
export interface StepSpec {
  /** Unique in its profile. */
  readonly id: string;
  readonly name: string;
  /** One sentence: what it does and when it is needed. */
  readonly summary: string;
  /** Document or specification section. */
  readonly source: string;
  /**
   * `call` is sent from the Steps tab; `authorize` is built and launched in the Request tab; `callback` arrives in the
   * Flows tab; `sign` makes a value (such as a request object) in the Request tab.
   */
  readonly kind: 'call' | 'authorize' | 'callback' | 'sign';
  /** Present when `kind` is `call`. */
  readonly request?: StepRequest;
  /** For `authorize` and `sign`, values that the Request tab takes over under the names of the profile's parameters. */
  readonly fields: readonly StepField[];
  readonly gives: readonly StepResult[];
  /** Asked before it is sent, for what cannot be undone. */
  readonly confirm?: string;
  /** What a developer must know: contradictions of the documents and other traps. */
  readonly notes: readonly string[];
  /** Meanings of this step's error codes or HTTP statuses (as text), beside the profile's own. */
  readonly errors?: Readonly<Record<string, StepError>>;
  /** True when it may be left out. */
  readonly optional?: boolean;
  /** Boolean members that its answer may have and what each means, for a checklist. */
  readonly flags?: readonly StepChoice[];
}

export interface StepError {
  readonly meaning: string;
  readonly remedy: string;
  readonly source: string;
}

export interface StepRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Absolute URL in which `{name}` stands for a base URL of the environment or for a field with `in: 'path'`, which is
   * percent-encoded as one path segment. A path field with which the URL begins is a URL itself and stands as it is.
   */
  readonly url: string;
  readonly encoding: 'none' | 'form' | 'json';
  /** How the client authenticates, when the user has a choice (OpenID Core section 9). */
  readonly clientAuthentication?: readonly ClientAuthentication[];
  /** True when the call is authenticated by a DAuth token that the DAuth tab makes. */
  readonly dauth?: boolean;
}

export type ClientAuthentication =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'none';

/** Where a field's value goes. `client` feeds the client authentication; `local` is used by the extension only. */
export type StepPlace = 'path' | 'query' | 'header' | 'form' | 'json' | 'client' | 'local';

export interface StepField {
  /** As it stands on the wire: a parameter's or header's name, or a JSON path with dots (`Data.Permissions`). */
  readonly name: string;
  readonly in: StepPlace;
  readonly required: boolean;
  readonly description: string;
  /** What the value must satisfy, in words. */
  readonly constraint: string;
  readonly source: string;
  /**
   * How the typed text becomes the value: `text` as it is, `number` and `boolean` as JSON, `list` split at spaces,
   * `json` parsed, `date-time` an ISO 8601 text.
   */
  readonly type: 'text' | 'number' | 'boolean' | 'list' | 'json' | 'date-time';
  /** Put before the value on the wire, such as `Bearer `. */
  readonly prefix?: string;
  /** Names of values that earlier steps, a flow's callback or the profile give, best first. */
  readonly from?: readonly string[];
  readonly default?: string;
  readonly choices?: readonly StepChoice[];
  /** Values other than the choices may be typed. */
  readonly open?: boolean;
  /** Masked until revealed, kept in the session unless the user saves it. */
  readonly secret?: boolean;
  /** `code-challenge` is S256; its verifier is kept under the `state` that the same step sends. */
  readonly generate?:
    | 'uuid-v4'
    | 'state'
    | 'nonce'
    | 'code-challenge'
    | 'in-90-days'
    | 'in-180-days'
    | 'a-year-ago'
    | 'now';
  readonly checks: readonly StepCheck[];
  readonly notes?: readonly string[];
}

export interface StepChoice {
  readonly value: string;
  /** What it means, for a checklist. */
  readonly says?: string;
}

/** A constraint beyond those of authorize parameters. */
export type StepCheck =
  | ParameterCheck
  | { readonly kind: 'max-length'; readonly length: number }
  | { readonly kind: 'email' }
  | { readonly kind: 'https-url' }
  | { readonly kind: 'date-time' }
  | { readonly kind: 'date-in-future' }
  | { readonly kind: 'date-after'; readonly field: string }
  | { readonly kind: 'starts-with'; readonly text: string };

/** A value that a step's answer offers to later steps. */
export interface StepResult {
  /** Under which later steps find it; the provider's own name where there is one. */
  readonly name: string;
  /** Path in the JSON answer, with dots; a number picks a member of a list (`processes.0.processToken`). */
  readonly path: string;
  /** True when a good answer offers what was sent; `path` is then the place and name of a field (`form state`). */
  readonly sent?: boolean;
  readonly secret?: boolean;
  /** Path of the number of seconds for which it is valid. */
  readonly expiresInPath?: string;
  /** Seconds for which it is valid where the answer does not say. */
  readonly lifetime?: number;
  /** True for the URL of a page to which the person is to be sent. */
  readonly opens?: boolean;
}
