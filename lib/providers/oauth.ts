import { CLIENT_ID, PKCE, REDIRECT_URI, SCOPE_PATTERN, STATE } from './code-parameters.ts';
import type { Profile } from './types.ts';

/** Any OAuth 2.0 server; what a flow belongs to when nothing more is known. */
export const oauth = {
  id: 'oauth',
  name: 'OAuth',
  summary: 'Any OAuth 2.0 authorization server, with PKCE and a resource indicator.',
  environments: [
    {
      id: 'sandbox',
      name: 'Local sandbox',
      authorizationEndpoint: 'http://127.0.0.1:4607/authorize/302/query',
      bases: { metadata: 'http://127.0.0.1:4607/.well-known/oauth-authorization-server' },
      hosts: [],
      defaults: {
        client_id: 'grantscope-lab',
        client_secret: 'lab-sandbox-secret',
        redirect_uri: 'http://127.0.0.1:4610/callback',
      },
    },
    {
      id: 'custom',
      name: 'Your server',
      authorizationEndpoint: '',
      bases: { metadata: '' },
      hosts: [],
      defaults: {},
    },
  ],
  parameters: [
    {
      name: 'response_type',
      group: 'identity',
      required: true,
      description: 'Which grant you ask for.',
      constraint: 'code, or an extension that the server registered.',
      source: 'RFC 6749 sections 3.1.1, 4.1.1',
      place: { in: 'query' },
      default: 'code',
      choices: ['code', 'token'],
      open: true,
      checks: [
        {
          kind: 'pattern',
          pattern: '^[A-Za-z0-9_]+( [A-Za-z0-9_]+)*$',
          says: 'must be letters, digits and underscores with single spaces between',
        },
      ],
      notes: ['token is the implicit grant; RFC 9700 section 2.1.2 advises against it.'],
    },
    CLIENT_ID,
    {
      ...REDIRECT_URI,
      required: false,
      notes: [
        ...REDIRECT_URI.notes,
        'May be left out only where exactly one is registered (section 3.1.2.3).',
      ],
    },
    {
      name: 'scope',
      group: 'consent',
      required: false,
      description: 'What you ask for, in words that the server defines.',
      constraint: 'Printable ASCII words with single spaces between, without " and \\.',
      source: 'RFC 6749 section 3.3',
      place: { in: 'query' },
      open: true,
      list: true,
      checks: [
        {
          kind: 'pattern',
          pattern: SCOPE_PATTERN,
          says: 'must be printable ASCII words with single spaces between',
        },
      ],
      notes: ['The server may grant less; it then says so in the token response.'],
    },
    STATE,
    ...PKCE,
    {
      name: 'resource',
      group: 'extras',
      required: false,
      description: 'The API for which the access token is meant.',
      constraint: 'An absolute URI without a fragment.',
      source: 'RFC 8707 section 2',
      place: { in: 'query' },
      checks: [{ kind: 'absolute-url', query: 'allowed' }],
      notes: ['It may be sent more than once; add further ones as extra parameters.'],
    },
  ],
  aliases: {},
  callback: {
    success: ['code', 'state'],
    failure: ['error', 'error_description', 'error_uri', 'state'],
  },
  errors: {},
  recognise: { hosts: [], parameters: [] },
  notes: [
    'A flow that fits no other profile is shown under this one.',
    'The authorization endpoint stands in the server’s /.well-known/oauth-authorization-server (RFC 8414) as authorization_endpoint.',
  ],
} as const satisfies Profile;
