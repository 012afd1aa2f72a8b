import { quoteForShell } from '../../oauth/shell-quote.ts';

/** A form in which a token is copied. */
export interface TokenCopy {
  readonly label: string;
  readonly write: (token: string) => string;
}

/** Where tokens go, in the order in which they are offered. */
export const TOKEN_COPIES: readonly TokenCopy[] = [
  { label: 'Token', write: (token) => token },
  { label: 'request=', write: (token) => `request=${encodeURIComponent(token)}` },
  { label: 'Authorization: Bearer', write: (token) => `Authorization: Bearer ${token}` },
  { label: 'DAuth:', write: (token) => `DAuth: ${token}` },
  {
    label: 'curl',
    write: (token) => `curl -H ${quoteForShell(`Authorization: Bearer ${token}`)} https://api.example/`,
  },
];
