import {
  CLIENT,
  CLIENT_SECRET,
  FINAPI_CLIENT_ID,
  FINAPI_REQUEST_ID,
  FINAPI_STEP_ERRORS,
  TOKEN_URL,
} from './finapi-fields.ts';
import { FINAPI_PROCESS_STEPS } from './finapi-process-steps.ts';
import { FINAPI_CREATE_USER, FINAPI_DELETE_USER } from './finapi-user-steps.ts';
import { bearer, fixedFormField } from './step-fields.ts';
import type { StepRequest, StepResult, StepSpec } from './step-types.ts';

const TOKEN_REQUEST: StepRequest = { method: 'POST', url: TOKEN_URL, encoding: 'form' };
const USER = 'finAPI, Getting Started: Use Case 2, Step 3';
const AUTHORIZATION_API = 'finAPI Access, Authorization API';

const USER_TOKENS: readonly StepResult[] = [
  { name: 'user_access_token', path: 'access_token', secret: true, expiresInPath: 'expires_in' },
  { name: 'refresh_token', path: 'refresh_token', secret: true },
];

const TOKEN_NOTES = [
  'Send the parameters as a form in the body, never in the URL, where logs would keep the secret.',
  'token_type is “bearer” in lower case, which counts as Bearer (RFC 6749 section 5.1). expires_in is 3599 or 3600; 0 means never.',
  'The same credentials give the same token until it expires: cache it, and do not be surprised by a shrinking expires_in.',
] as const;

/** finAPI's calls: the Process Controller, then Access as client and as user. */
export const FINAPI_STEPS: readonly StepSpec[] = [
  ...FINAPI_PROCESS_STEPS,
  {
    id: 'client-token',
    name: 'Client token',
    summary: 'Gets the token of your application; needed to create users and to revoke tokens.',
    source: CLIENT,
    kind: 'call',
    request: TOKEN_REQUEST,
    fields: [
      FINAPI_REQUEST_ID,
      fixedFormField('grant_type', 'client_credentials', {
        description: 'The client asks for itself.',
        source: CLIENT,
      }),
      FINAPI_CLIENT_ID,
      CLIENT_SECRET,
    ],
    gives: [{ name: 'client_access_token', path: 'access_token', secret: true, expiresInPath: 'expires_in' }],
    notes: [
      ...TOKEN_NOTES,
      'A client token has no refresh_token: ask again with the credentials.',
      'The document shows the answer as a picture that got lost. It is {access_token, token_type, expires_in, scope: "all"}.',
      'The documents and this call use /api/v2/oauth/token; older generated clients call /oauth/token and /api/v1/users.',
    ],
    errors: FINAPI_STEP_ERRORS,
  },
  FINAPI_CREATE_USER,
  {
    id: 'user-token',
    name: 'User token',
    summary: 'Signs a user in with id and password.',
    source: USER,
    kind: 'call',
    request: TOKEN_REQUEST,
    fields: [
      FINAPI_REQUEST_ID,
      fixedFormField('grant_type', 'password', {
        description: 'The user’s id and password are traded for a token.',
        source: USER,
        notes: [
          'RFC 9700 section 2.4 forbids this grant. finAPI demands it for users that your own server made; never ask a person for a password that belongs elsewhere.',
        ],
      }),
      FINAPI_CLIENT_ID,
      {
        ...CLIENT_SECRET,
        notes: ['The document’s list for this call leaves it out. It is required all the same.'],
      },
      {
        name: 'username',
        in: 'form',
        required: true,
        description: 'The id of the user.',
        constraint: 'The id of Create user; upper and lower case do not matter.',
        source: USER,
        type: 'text',
        from: ['user_id'],
        checks: [],
      },
      {
        name: 'password',
        in: 'form',
        required: true,
        description: 'The user’s password.',
        constraint: 'As Create user answered it.',
        source: USER,
        type: 'text',
        from: ['user_password'],
        secret: true,
        checks: [],
        notes: ['After too many wrong passwords the user is locked for good (423).'],
      },
    ],
    gives: USER_TOKENS,
    notes: [
      'The text of this step says “the major prerequisite for creating a user”, copied from the step before. What it needs is the user’s id and password.',
      ...TOKEN_NOTES,
    ],
    errors: FINAPI_STEP_ERRORS,
  },
  {
    id: 'refresh',
    name: 'Refresh user token',
    summary: 'Gets new tokens for the user without the password.',
    source: AUTHORIZATION_API,
    kind: 'call',
    request: TOKEN_REQUEST,
    fields: [
      FINAPI_REQUEST_ID,
      fixedFormField('grant_type', 'refresh_token', {
        description: 'A refresh token is exchanged.',
        source: AUTHORIZATION_API,
      }),
      FINAPI_CLIENT_ID,
      CLIENT_SECRET,
      {
        name: 'refresh_token',
        in: 'form',
        required: true,
        description: 'The refresh token of User token.',
        constraint: 'User tokens only: client tokens have none.',
        source: AUTHORIZATION_API,
        type: 'text',
        from: ['refresh_token'],
        secret: true,
        checks: [],
      },
    ],
    gives: USER_TOKENS,
    notes: ['The old tokens end with the answer.'],
    errors: FINAPI_STEP_ERRORS,
    optional: true,
  },
  {
    id: 'revoke',
    name: 'Revoke token',
    summary: 'Ends a user’s access token, refresh token or both.',
    source: AUTHORIZATION_API,
    kind: 'call',
    request: { method: 'POST', url: '{access}/api/v2/oauth/revoke', encoding: 'form' },
    fields: [
      FINAPI_REQUEST_ID,
      bearer({
        from: ['client_access_token'],
        description: 'The client’s token.',
        source: AUTHORIZATION_API,
        notes: ['A user’s token gets 403 here.'],
      }),
      {
        name: 'token',
        in: 'form',
        required: true,
        description: 'The token to end.',
        constraint: 'An access token or a refresh token of a user.',
        source: AUTHORIZATION_API,
        type: 'text',
        from: ['user_access_token', 'refresh_token'],
        secret: true,
        checks: [],
      },
      {
        name: 'token_type_hint',
        in: 'form',
        required: false,
        description: 'Which kind it is.',
        constraint: 'access_token, refresh_token or nothing.',
        source: AUTHORIZATION_API,
        type: 'text',
        choices: [
          { value: 'access_token', says: 'Ends the access token alone.' },
          { value: 'refresh_token', says: 'Ends both tokens.' },
        ],
        checks: [{ kind: 'one-of', values: ['access_token', 'refresh_token'] }],
      },
    ],
    gives: [],
    notes: [
      'The answer is 200 even for a token that does not exist (RFC 7009 section 2.2).',
      'Older generated clients call /oauth/revoke. finAPI takes the parameters in the URL as well; a token in a URL ends in logs.',
    ],
    errors: FINAPI_STEP_ERRORS,
    optional: true,
  },
  FINAPI_DELETE_USER,
];
