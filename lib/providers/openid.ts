import { CLIENT_ID, PKCE, REDIRECT_URI, SCOPE_PATTERN, STATE } from './code-parameters.ts';
import { OPENID_EXTRAS } from './openid-extras.ts';
import type { Profile } from './types.ts';

const CORE = 'OpenID Connect Core 1.0 section 3.1.2.1';
const RESPONSE_TYPES = [
  'code',
  'code id_token',
  'id_token',
  'code token',
  'code id_token token',
  'id_token token',
] as const;

/** Any OpenID provider. */
export const openid = {
  id: 'openid',
  name: 'OpenID',
  summary: 'Any OpenID provider: code and hybrid flows, PKCE, optionally as a signed request object.',
  environments: [
    {
      id: 'sandbox',
      name: 'Local sandbox',
      authorizationEndpoint: 'http://127.0.0.1:4603/auth',
      issuer: 'http://127.0.0.1:4603',
      bases: { issuer: 'http://127.0.0.1:4603' },
      hosts: [],
      keyRegistration: 'http://127.0.0.1:4603/sandbox/jwks',
      defaults: {
        client_id: 'grantscope-web',
        client_secret: 'openid-sandbox-secret',
        redirect_uri: 'http://127.0.0.1:4610/callback',
      },
    },
    {
      id: 'custom',
      name: 'Your provider',
      authorizationEndpoint: '',
      bases: { issuer: '' },
      hosts: [],
      defaults: {},
    },
  ],
  parameters: [
    {
      name: 'response_type',
      group: 'identity',
      required: true,
      description: 'Which answers you ask for: code, or a hybrid of code and id_token.',
      constraint: 'One of the registered combinations; code unless you need another.',
      source: `${CORE}; OAuth 2.0 Multiple Response Type Encoding Practices section 5`,
      place: { in: 'query' },
      default: 'code',
      choices: RESPONSE_TYPES,
      open: true,
      checks: [{ kind: 'one-of', values: RESPONSE_TYPES }],
      notes: ['token hands an access token to the browser; RFC 9700 section 2.1.2 advises against it.'],
    },
    CLIENT_ID,
    REDIRECT_URI,
    {
      name: 'scope',
      group: 'consent',
      required: true,
      description: 'What you ask for. openid makes it an OpenID request.',
      constraint: 'A list with single spaces between that contains openid.',
      source: `${CORE}, 5.4; RFC 6749 section 3.3`,
      place: { in: 'query' },
      default: 'openid',
      choices: ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'],
      open: true,
      list: true,
      checks: [
        {
          kind: 'pattern',
          pattern: SCOPE_PATTERN,
          says: 'must be printable ASCII words with single spaces between',
        },
        { kind: 'scope-contains', value: 'openid' },
      ],
      notes: ['offline_access is ignored by most providers unless prompt contains consent (section 11).'],
    },
    STATE,
    {
      name: 'nonce',
      group: 'security',
      required: false,
      description: 'Ties the id_token to this request: it must come back inside of it.',
      constraint: 'A fresh value for each request; required when response_type contains id_token.',
      source: `${CORE}, 3.2.2.1, 15.5.2`,
      place: { in: 'query' },
      generate: 'nonce',
      checks: [],
    },
    ...PKCE,
    ...OPENID_EXTRAS,
  ],
  requestObject: {
    parameter: 'request',
    algorithms: ['PS256', 'ES256', 'RS256'],
    header: { typ: 'oauth-authz-req+jwt' },
    made: ['iss', 'aud', 'iat', 'nbf', 'exp', 'jti'],
    use: 'optional',
    source: 'RFC 9101 sections 4, 5.1; OpenID Connect Core 1.0 section 6.1',
  },
  aliases: {},
  callback: {
    success: ['code', 'id_token', 'state', 'iss'],
    failure: ['error', 'error_description', 'error_uri', 'state', 'iss'],
  },
  errors: {},
  recognise: {
    hosts: [],
    parameters: [['id_token'], ['id_token_hint'], ['acr_values'], ['ui_locales']],
    scopes: ['openid'],
  },
  notes: [
    'The authorization endpoint stands in the provider’s /.well-known/openid-configuration as authorization_endpoint.',
    'An answer that contains an id_token or a token comes in the fragment unless response_mode says otherwise.',
    'A signed request object carries every parameter; response_type, client_id and scope are repeated beside it because OpenID Connect requires them there.',
    'The provider must know your public key before it accepts a signed request object.',
  ],
} as const satisfies Profile;
