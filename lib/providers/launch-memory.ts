/** What a later exchange needs of a launched authorize request and the request itself does not show. */
export interface LaunchFacts {
  readonly profileId: string;
  readonly environmentId: string;
  readonly redirectUri?: string;
  readonly nonce?: string;
  /** PKCE (RFC 7636 section 4.1). */
  readonly codeVerifier?: string;
  /** Milliseconds since the epoch. */
  readonly launchedAt: number;
}

/** Where they are kept under the request's state, for as long as the browser runs; never on disk. */
export interface LaunchMemory {
  remember(state: string, facts: LaunchFacts): Promise<void>;
  recall(state: string): Promise<LaunchFacts | undefined>;
}
