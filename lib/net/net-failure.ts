/** Why a request gave nothing that can be used. `address` is the one that answered, or that was asked when none did. */
export type NetFailure =
  /** No http or https address, or one with a user name in it; nothing was sent. */
  | { readonly code: 'address'; readonly address: string }
  /** The answer was not whole in time. */
  | { readonly code: 'timeout'; readonly address: string; readonly milliseconds: number }
  /** The decoded body has more bytes than are read; reading stopped there. */
  | { readonly code: 'too-long'; readonly address: string; readonly limit: number; readonly status: number }
  /** The server answers with a redirect, which is never followed. Status and Location where the browser tells them. */
  | {
      readonly code: 'redirected';
      readonly address: string;
      readonly status?: number;
      readonly location?: string;
    }
  /** No answer, or none that may be read. */
  | { readonly code: 'unreachable'; readonly address: string; readonly error: unknown }
  | { readonly code: 'offline'; readonly address: string }
  | { readonly code: 'cancelled'; readonly address: string }
  | { readonly code: 'status'; readonly address: string; readonly status: number; readonly text: string }
  | { readonly code: 'web-page'; readonly address: string; readonly status: number; readonly text: string }
  | { readonly code: 'not-json'; readonly address: string; readonly status: number; readonly text: string };

export type NetResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: NetFailure };
