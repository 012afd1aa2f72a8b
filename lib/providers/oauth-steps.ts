import {
  AUTHORIZE,
  CALLBACK,
  CLIENT_CREDENTIALS,
  EXCHANGE,
  INTROSPECTION,
  REFRESH,
  REVOCATION,
} from './code-steps.ts';
import type { StepSpec } from './step-types.ts';

const METADATA = [
  'issuer',
  'jwks_uri',
  'authorization_endpoint',
  'token_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
] as const;

/** The calls of any OAuth 2.0 server. */
export const OAUTH_STEPS: readonly StepSpec[] = [
  {
    id: 'metadata',
    name: 'Server metadata',
    summary: 'Reads what the server says of itself; the addresses in it fill the other steps.',
    source: 'RFC 8414 section 3',
    kind: 'call',
    request: { method: 'GET', url: '{metadata}', encoding: 'none' },
    fields: [],
    gives: METADATA.map((name) => ({ name, path: name })),
    notes: [
      'The address is the issuer with /.well-known/oauth-authorization-server put between host and path (section 3.1): https://example.com/a becomes https://example.com/.well-known/oauth-authorization-server/a.',
      'issuer in the answer must be the one that you meant (section 3.3).',
      'A server without metadata documents its endpoints elsewhere: type them into the steps.',
    ],
    optional: true,
  },
  AUTHORIZE,
  CALLBACK,
  EXCHANGE,
  REFRESH,
  CLIENT_CREDENTIALS,
  INTROSPECTION,
  REVOCATION,
];
