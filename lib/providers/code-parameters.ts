import type { ParameterSpec } from './types.ts';

const query = { in: 'query' } as const;

/** Printable ASCII without `"` and `\`, single spaces between (RFC 6749 section 3.3). */
export const SCOPE_PATTERN = '^[\\x21\\x23-\\x5b\\x5d-\\x7e]+( [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*$';

/** `client_id`, as RFC 6749 has it. */
export const CLIENT_ID = {
  name: 'client_id',
  group: 'identity',
  required: true,
  description: 'The identifier that the provider gave your application.',
  constraint: 'Printable ASCII, exactly as registered.',
  source: 'RFC 6749 sections 2.2, 4.1.1',
  place: query,
  checks: [{ kind: 'pattern', pattern: '^[\\x20-\\x7e]+$', says: 'must be printable ASCII' }],
} as const satisfies ParameterSpec;

/** `redirect_uri`, as RFC 6749 has it. */
export const REDIRECT_URI = {
  name: 'redirect_uri',
  group: 'identity',
  required: true,
  description: 'Where the answer goes.',
  constraint: 'An absolute URI without a fragment, character for character one that is registered.',
  source: 'RFC 6749 section 3.1.2; RFC 9700 section 2.1',
  place: query,
  checks: [{ kind: 'absolute-url', query: 'allowed' }],
  notes: ['For a loopback address register 127.0.0.1 or [::1] rather than localhost (RFC 8252 section 8.3).'],
} as const satisfies ParameterSpec;

/** `state`, as RFC 6749 has it. */
export const STATE = {
  name: 'state',
  group: 'security',
  required: false,
  description: 'Ties the answer to this request and this browser; comes back unchanged.',
  constraint: 'A fresh value for each request that nobody can guess.',
  source: 'RFC 6749 sections 4.1.1, 10.12',
  place: query,
  generate: 'state',
  checks: [{ kind: 'min-length', length: 22 }],
} as const satisfies ParameterSpec;

/** PKCE. The verifier stays with Grantscope for the exchange. */
export const PKCE = [
  {
    name: 'code_challenge',
    group: 'security',
    required: false,
    description: 'The hash of a secret that only the exchange reveals (PKCE).',
    constraint: '43 base64url characters: BASE64URL(SHA256(code_verifier)).',
    source: 'RFC 7636 section 4.2; RFC 9700 section 2.1.1',
    place: query,
    generate: 'code-challenge',
    checks: [
      {
        kind: 'pattern',
        pattern: '^[A-Za-z0-9_-]{43}$',
        says: 'must be 43 base64url characters without padding',
      },
    ],
    notes: ['Its code_verifier is kept in memory under this request’s state until the browser closes.'],
  },
  {
    name: 'code_challenge_method',
    group: 'security',
    required: false,
    description: 'How code_challenge was made from the verifier.',
    constraint: 'S256; without it the provider reads code_challenge as plain.',
    source: 'RFC 7636 sections 4.2, 4.3, 7.2',
    place: query,
    default: 'S256',
    choices: ['S256'],
    open: true,
    checks: [{ kind: 'one-of', values: ['S256'] }],
  },
] as const satisfies readonly ParameterSpec[];
