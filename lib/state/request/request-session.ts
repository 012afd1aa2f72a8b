import type { ExtraParameter } from '../../oauth/build-authorize-url.ts';
import type { Pkce } from '../../oauth/pkce.ts';

/** A row of extra parameters; `id` tells rows apart. */
export interface ExtraRow extends ExtraParameter {
  readonly id: number;
  readonly in: 'query' | 'request object';
}

/** What a profile's draft holds beside the remembered values, as long as the page is open. */
export interface RequestSession {
  /** Generated or pasted values that are not remembered, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly pkce?: Pkce;
  readonly extras: readonly ExtraRow[];
  /** Whether a request object is signed where the profile leaves the choice. */
  readonly signed: boolean;
  readonly keyId?: string;
  /** Moment and id of the claims that are made afresh (milliseconds since the epoch). */
  readonly made: { readonly at: number; readonly id: string };
}

/** A profile's session before anything was done. */
export const NEW_SESSION: RequestSession = {
  values: {},
  extras: [],
  signed: false,
  made: { at: 0, id: '' },
};
