import type { JsonObject } from '../jwt/types.ts';

/** What is checked: a token, and what is known of the call that it goes with. */
export interface DauthContext {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The JSON body of a call that creates the user or grants it access. */
  readonly body?: JsonObject;
  /** The URL of that call, of which the version and the operation are read. */
  readonly url?: string;
  readonly requestHeaders?: readonly { readonly name: string; readonly value: string }[];
}

export type DauthRule =
  | 'DA01'
  | 'DA02'
  | 'DA03'
  | 'DA04'
  | 'DA05'
  | 'DA06'
  | 'DA07'
  | 'DA08'
  | 'DA09'
  | 'DA10'
  | 'DA11'
  | 'DA12';

/** What a rule found. */
export interface DauthFinding {
  readonly rule: DauthRule;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly remedy: string;
  /** Such as `payload.timestamp`, `header.alg`, `body.provider` or `request header DAuth`. */
  readonly at: string;
}
