import {
  CLIENT_AUTHENTICATION,
  endpoint,
  grantType,
  SCOPE,
  TOKEN,
  TOKEN_RESULTS,
  TOKEN_TYPE_HINT,
} from './openid-fields.ts';
import type { StepRequest, StepSpec } from './step-types.ts';

const TOKEN_REQUEST: StepRequest = {
  method: 'POST',
  url: '{token_endpoint}',
  encoding: 'form',
  clientAuthentication: CLIENT_AUTHENTICATION,
};

const TOKEN_ENDPOINT = endpoint('token_endpoint', 'Where tokens are given.', 'RFC 6749 section 3.2');

/** Sends the person to the authorization endpoint. */
export const AUTHORIZE: StepSpec = {
  id: 'authorize',
  name: 'Authorize',
  summary:
    'Sends the person to the authorization endpoint; PKCE, request object and response mode are set there.',
  source: 'RFC 6749 section 4.1.1; RFC 7636; RFC 9101',
  kind: 'authorize',
  fields: [],
  gives: [
    { name: 'state', path: 'state' },
    { name: 'code_verifier', path: 'code_verifier', secret: true },
    { name: 'redirect_uri', path: 'redirect_uri' },
  ],
  notes: [
    'The code_verifier that belongs to code_challenge is kept for the exchange until the browser closes.',
  ],
};

/** What the callback gives. */
export const CALLBACK: StepSpec = {
  id: 'callback',
  name: 'Callback',
  summary: 'The person comes back with a code, or with an error.',
  source: 'RFC 6749 sections 4.1.2, 4.1.2.1; RFC 9207',
  kind: 'callback',
  fields: [],
  gives: [
    { name: 'code', path: 'code', secret: true, lifetime: 600 },
    { name: 'state', path: 'state' },
    { name: 'iss', path: 'iss' },
  ],
  notes: [
    'A code works once, and ten minutes at most (RFC 6749 section 4.1.2); many servers give one minute.',
  ],
};

/** Trades a code for tokens. */
export const EXCHANGE: StepSpec = {
  id: 'exchange',
  name: 'Code exchange',
  summary: 'Trades the code for tokens.',
  source: 'RFC 6749 section 4.1.3; RFC 7636 section 4.5',
  kind: 'call',
  request: TOKEN_REQUEST,
  fields: [
    TOKEN_ENDPOINT,
    grantType('authorization_code', 'RFC 6749 section 4.1.3'),
    {
      name: 'code',
      in: 'form',
      required: true,
      description: 'The code of the callback.',
      constraint: 'Exactly as it arrived; works once.',
      source: 'RFC 6749 section 4.1.3',
      type: 'text',
      from: ['code'],
      secret: true,
      checks: [],
    },
    {
      name: 'redirect_uri',
      in: 'form',
      required: false,
      description: 'The redirect_uri of the authorize request.',
      constraint: 'Required, and identical, when the authorize request had one.',
      source: 'RFC 6749 section 4.1.3',
      type: 'text',
      from: ['redirect_uri'],
      checks: [{ kind: 'absolute-url', query: 'allowed' }],
    },
    {
      name: 'code_verifier',
      in: 'form',
      required: false,
      description: 'The secret behind code_challenge (PKCE).',
      constraint: '43 to 128 characters of A-Z, a-z, 0-9 and -._~; required when there was a code_challenge.',
      source: 'RFC 7636 sections 4.1, 4.5',
      type: 'text',
      from: ['code_verifier'],
      secret: true,
      checks: [
        {
          kind: 'pattern',
          pattern: '^[A-Za-z0-9._~-]{43,128}$',
          says: 'must be 43 to 128 characters of A-Z, a-z, 0-9 and -._~',
        },
      ],
    },
  ],
  gives: TOKEN_RESULTS,
  notes: [
    'invalid_grant usually means: used twice, too late, another redirect_uri, or a wrong code_verifier.',
  ],
};

/** Trades a refresh token for new tokens. */
export const REFRESH: StepSpec = {
  id: 'refresh',
  name: 'Refresh',
  summary: 'Trades the refresh token for a new access token.',
  source: 'RFC 6749 section 6',
  kind: 'call',
  request: TOKEN_REQUEST,
  fields: [
    TOKEN_ENDPOINT,
    grantType('refresh_token', 'RFC 6749 section 6'),
    {
      name: 'refresh_token',
      in: 'form',
      required: true,
      description: 'The newest refresh token.',
      constraint: 'Exactly as it was given.',
      source: 'RFC 6749 section 6',
      type: 'text',
      from: ['refresh_token'],
      secret: true,
      checks: [],
    },
    { ...SCOPE('RFC 6749 section 6'), from: [] },
  ],
  gives: TOKEN_RESULTS,
  notes: [
    'A new refresh_token in the answer replaces the old one; using the old one again may revoke both (RFC 9700 section 4.14).',
    'An empty scope means the scope of before; a wider one is refused.',
  ],
  optional: true,
};

/** Gets a token for the client itself. */
export const CLIENT_CREDENTIALS: StepSpec = {
  id: 'client-credentials',
  name: 'Client credentials',
  summary: 'Gets a token for the client itself, without a person.',
  source: 'RFC 6749 section 4.4',
  kind: 'call',
  request: {
    ...TOKEN_REQUEST,
    clientAuthentication: CLIENT_AUTHENTICATION.filter((way) => way !== 'none'),
  },
  fields: [
    TOKEN_ENDPOINT,
    grantType('client_credentials', 'RFC 6749 section 4.4.2'),
    { ...SCOPE('RFC 6749 section 4.4.2'), from: [] },
    {
      name: 'resource',
      in: 'form',
      required: false,
      description: 'The API for which the token is meant.',
      constraint: 'An absolute URI without a fragment.',
      source: 'RFC 8707 section 2',
      type: 'text',
      checks: [{ kind: 'absolute-url', query: 'allowed' }],
    },
  ],
  gives: [{ name: 'client_access_token', path: 'access_token', secret: true, expiresInPath: 'expires_in' }],
  notes: ['No refresh token comes: ask again with the credentials (RFC 6749 section 4.4.3).'],
  optional: true,
};

/** Asks whether a token is active. */
export const INTROSPECTION: StepSpec = {
  id: 'introspection',
  name: 'Introspection',
  summary: 'Asks the server whether a token is active and what it stands for.',
  source: 'RFC 7662 section 2',
  kind: 'call',
  request: { ...TOKEN_REQUEST, url: '{introspection_endpoint}' },
  fields: [
    endpoint('introspection_endpoint', 'Where tokens are looked up.', 'RFC 7662 section 2'),
    TOKEN(['access_token', 'client_access_token'], 'RFC 7662 section 2.1'),
    TOKEN_TYPE_HINT('RFC 7662 section 2.1'),
  ],
  gives: [{ name: 'active', path: 'active' }],
  notes: ['{"active": false} is all that is said of a token that is unknown, expired or another client’s.'],
  optional: true,
};

/** Ends a token. */
export const REVOCATION: StepSpec = {
  id: 'revocation',
  name: 'Revocation',
  summary: 'Ends a token before its time.',
  source: 'RFC 7009 section 2',
  kind: 'call',
  request: { ...TOKEN_REQUEST, url: '{revocation_endpoint}' },
  fields: [
    endpoint('revocation_endpoint', 'Where tokens are ended.', 'RFC 7009 section 2'),
    TOKEN(['refresh_token', 'access_token'], 'RFC 7009 section 2.1'),
    TOKEN_TYPE_HINT('RFC 7009 section 2.1'),
  ],
  gives: [],
  confirm: 'The token cannot be used again, and with a refresh token all that it belongs to.',
  notes: ['The answer is 200 with an empty body, for an unknown token too (section 2.2).'],
  optional: true,
};
