import type { StepError, StepField } from './step-types.ts';

/** finAPI's document, as the data names it. */
export const GETTING_STARTED = 'finAPI, Getting Started';
export const CLIENT = `${GETTING_STARTED}: Use Case 2, Step 1`;
export const TOKEN_URL = '{access}/api/v2/oauth/token';

/** The id of a call, which finAPI sends back. */
export const FINAPI_REQUEST_ID: StepField = {
  name: 'X-Request-Id',
  in: 'header',
  required: false,
  description: 'Identifies this call, for finAPI’s support; comes back in the answer.',
  constraint: 'At most 255 characters.',
  source: 'finAPI Access, general information',
  type: 'text',
  generate: 'uuid-v4',
  checks: [{ kind: 'max-length', length: 255 }],
};

export const FINAPI_CLIENT_ID: StepField = {
  name: 'client_id',
  in: 'form',
  required: true,
  description: 'The client_id that finAPI gave you.',
  constraint: 'Exactly as finAPI gave it.',
  source: CLIENT,
  type: 'text',
  from: ['client_id'],
  checks: [],
};

export const CLIENT_SECRET: StepField = {
  name: 'client_secret',
  in: 'form',
  required: true,
  description: 'The client_secret beside it.',
  constraint: 'In the form, never in the URL.',
  source: CLIENT,
  type: 'text',
  from: ['client_secret'],
  secret: true,
  checks: [],
};

/** What finAPI's errors mean. Token calls answer `{error, error_description}`, all others `{errors: [{code, …}]}`. */
export const FINAPI_STEP_ERRORS: Readonly<Record<string, StepError>> = {
  '401': {
    meaning: 'The token or the client’s credentials are missing, wrong or expired.',
    remedy: 'Run the token step again; check client_id and client_secret.',
    source: 'finAPI Access, BadCredentialsError',
  },
  '403': {
    meaning: 'The token has the wrong role, or the user is not verified.',
    remedy: 'Use the client’s token for the client’s calls and the user’s token for the user’s.',
    source: 'finAPI Access, Authorization API',
  },
  '422': {
    meaning: 'The values are well formed but cannot be used together with what exists.',
    remedy: 'Read code and message in errors; a user id that is taken needs another id.',
    source: 'finAPI Access, ErrorMessage',
  },
  '423': {
    meaning: 'The user is locked after too many wrong passwords.',
    remedy: 'Ask finAPI to unlock the user, or delete it and make another.',
    source: 'finAPI Access, Authorization API (maxUserLoginAttempts)',
  },
  invalid_client: {
    meaning: 'client_id and client_secret do not belong together, or client_secret is missing.',
    remedy: 'Send both, for user tokens too.',
    source: 'finAPI Access, BadCredentialsError',
  },
  invalid_grant: {
    meaning: 'The user’s id, password or refresh token is wrong, or the user is locked.',
    remedy: 'Check them before trying again: a few wrong passwords lock the user.',
    source: 'finAPI Access, BadCredentialsError',
  },
  invalid_token: {
    meaning: 'The access token is unknown, revoked or expired.',
    remedy: 'Run the token step again.',
    source: 'RFC 6750 section 3.1',
  },
  ENTITY_EXISTS: {
    meaning: 'The user id is taken; ids are compared without regard to case.',
    remedy: 'Choose another id, or leave it out and let finAPI choose.',
    source: 'finAPI Access, ErrorDetails',
  },
  ILLEGAL_FIELD_VALUE: {
    meaning: 'A field has a value that is not allowed.',
    remedy: 'The message names it; compare with the constraint below the field.',
    source: 'finAPI Access, ErrorDetails',
  },
  MISSING_FIELD: {
    meaning: 'A required field is missing.',
    remedy: 'The message names it.',
    source: 'finAPI Access, ErrorDetails',
  },
  UNAUTHORIZED_ACCESS: {
    meaning: 'The caller may not use this service.',
    remedy: 'Use the other token: client for client services, user for user services.',
    source: 'finAPI Access, ErrorDetails',
  },
  BAD_REQUEST: {
    meaning: 'The request cannot be read, or a header is not allowed.',
    remedy: 'Check that the body is JSON, and that X-Request-Id has at most 255 characters.',
    source: 'finAPI Access, ErrorDetails',
  },
  MISSING_CREDENTIALS: {
    meaning: 'clientId or clientSecret is missing.',
    remedy: 'Send both in the JSON body.',
    source: 'finAPI Process Controller',
  },
  UNEXPECTED_ERROR: {
    meaning: 'finAPI failed.',
    remedy: 'Try again later; give finAPI the X-Request-Id.',
    source: 'finAPI Access, ErrorDetails',
  },
  UNKNOWN_ENTITY: {
    meaning: 'There is no such thing: a process token that is used up, or a wrong address.',
    remedy: 'Create a new process, or check the address.',
    source: 'finAPI Access, ErrorDetails',
  },
  LOCKED: {
    meaning: 'Something is busy, such as a bank connection that is being updated.',
    remedy: 'Wait and try again.',
    source: 'finAPI Access, ErrorDetails',
  },
};
