import { CLIENT_AUTHENTICATION, endpoint } from './openid-fields.ts';
import type { StepField, StepSpec } from './step-types.ts';

const PAR = 'RFC 9126 section 2.1';

type Own = Pick<StepField, 'name' | 'description' | 'constraint' | 'checks'> & Partial<StepField>;

/** A parameter of the authorize request, pushed in a form. */
const pushed = (own: Own): StepField => ({
  in: 'form',
  required: false,
  source: PAR,
  type: 'text',
  from: [own.name],
  ...own,
});

/** Pushes the authorize request to the provider, which answers with a reference to it. */
export const OPENID_PUSHED_STEP: StepSpec = {
  id: 'pushed-request',
  name: 'Pushed authorization request',
  summary: 'Sends the authorize request ahead (PAR); the browser then carries only a reference to it.',
  source: 'RFC 9126 section 2',
  kind: 'call',
  request: {
    method: 'POST',
    url: '{pushed_authorization_request_endpoint}',
    encoding: 'form',
    clientAuthentication: CLIENT_AUTHENTICATION,
  },
  fields: [
    endpoint('pushed_authorization_request_endpoint', 'Where requests are pushed.', 'RFC 9126 section 2'),
    pushed({
      name: 'response_type',
      required: true,
      description: 'Which answers you ask for.',
      constraint: 'As in the authorize request.',
      default: 'code',
      checks: [],
    }),
    pushed({
      name: 'client_id',
      required: true,
      description: 'The identifier that the provider gave your application.',
      constraint: 'Exactly as registered; required beside the client authentication too.',
      checks: [],
    }),
    pushed({
      name: 'redirect_uri',
      required: true,
      description: 'Where the answer goes.',
      constraint: 'An absolute URI without a fragment.',
      checks: [{ kind: 'absolute-url', query: 'allowed' }],
    }),
    pushed({
      name: 'scope',
      description: 'What you ask for.',
      constraint: 'Words with single spaces between; openid for an OpenID request.',
      default: 'openid',
      checks: [{ kind: 'scope-contains', value: 'openid' }],
    }),
    pushed({
      name: 'state',
      description: 'Ties the answer to this request.',
      constraint: 'A fresh value that nobody can guess.',
      generate: 'state',
      from: [],
      checks: [{ kind: 'min-length', length: 22 }],
    }),
    pushed({
      name: 'nonce',
      description: 'Ties the id_token to this request.',
      constraint: 'A fresh value for each request.',
      generate: 'nonce',
      from: [],
      checks: [],
    }),
    pushed({
      name: 'code_challenge',
      description: 'The hash of the code_verifier (PKCE).',
      constraint: '43 base64url characters: BASE64URL(SHA256(code_verifier)).',
      generate: 'code-challenge',
      from: [],
      checks: [
        {
          kind: 'pattern',
          pattern: '^[A-Za-z0-9_-]{43}$',
          says: 'must be 43 base64url characters without padding',
        },
      ],
      notes: ['The code_verifier of the one that is made here is kept for the exchange, under state.'],
    }),
    pushed({
      name: 'code_challenge_method',
      description: 'How code_challenge was made.',
      constraint: 'S256; leave it empty without a code_challenge.',
      default: 'S256',
      from: [],
      checks: [{ kind: 'one-of', values: ['S256'] }],
    }),
    pushed({
      name: 'response_mode',
      description: 'How the answer travels.',
      constraint: 'query, fragment, form_post or a .jwt mode.',
      from: ['response_mode'],
      checks: [
        {
          kind: 'one-of',
          values: ['query', 'fragment', 'form_post', 'jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'],
        },
      ],
    }),
    pushed({
      name: 'request',
      description: 'A signed request object instead of the parameters above.',
      constraint: 'A JWS; then only client_id stays beside it.',
      source: 'RFC 9126 section 3',
      secret: true,
      checks: [],
    }),
  ],
  gives: [
    { name: 'request_uri', path: 'request_uri', expiresInPath: 'expires_in' },
    ...['client_id', 'redirect_uri', 'state', 'nonce', 'code_challenge'].map((name) => ({
      name,
      path: `form ${name}`,
      sent: true,
    })),
  ],
  notes: [
    'The answer is 201 with request_uri and expires_in. Send the person to the authorization endpoint with client_id and request_uri alone.',
    'The step Authorize takes them to the Request tab, with the state and code_challenge that were pushed.',
    'request_uri works once, for a minute or so (section 2.2).',
  ],
  optional: true,
};
