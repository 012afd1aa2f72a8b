import type { StepError, StepField } from './step-types.ts';

/** ConnectPay's page on access and refresh tokens. */
export const TOKENS = 'ConnectPay, Access Tokens';

/** The header that every ConnectPay call carries. */
export const REQUEST_ID: StepField = {
  name: 'X-Request-ID',
  in: 'header',
  required: true,
  description: 'Identifies this call, for ConnectPay’s support.',
  constraint: 'A UUID, new for each call.',
  source: TOKENS,
  type: 'text',
  generate: 'uuid-v4',
  checks: [{ kind: 'uuid' }],
};

/** Client ID and secret, sent as HTTP Basic credentials. */
export const CONNECTPAY_CLIENT_FIELDS: readonly StepField[] = [
  {
    name: 'client_id',
    in: 'client',
    required: true,
    description: 'The Client ID of your application in the Developer Portal.',
    constraint: 'Exactly as the Developer Portal shows it; the sample is a UUID.',
    source: TOKENS,
    type: 'text',
    from: ['client_id'],
    checks: [],
  },
  {
    name: 'client_secret',
    in: 'client',
    required: true,
    description: 'The Client Secret beside it.',
    constraint: 'Sent as Authorization: Basic, never in the body.',
    source: TOKENS,
    type: 'text',
    from: ['client_secret'],
    secret: true,
    checks: [],
  },
];

/** What the token endpoint answers when it does not give a token. */
export const TOKEN_ERRORS: Readonly<Record<string, StepError>> = {
  invalid_request: {
    meaning: 'A header or parameter is missing, repeated or malformed.',
    remedy: 'Check that X-Request-ID is a UUID and that the body is a form.',
    source: 'RFC 6749 section 5.2',
  },
  invalid_client: {
    meaning: 'The Basic credentials are missing or wrong.',
    remedy: 'Send Client ID and Client Secret of the DevApp as HTTP Basic credentials.',
    source: 'RFC 6749 section 5.2',
  },
  invalid_grant: {
    meaning: 'The code or refresh token is unknown, expired, already used or another client’s.',
    remedy: 'Authorize again: a code works once within 24 hours, a refresh token once within 30 days.',
    source: 'RFC 6749 section 5.2',
  },
  unsupported_grant_type: {
    meaning: 'The grant_type is none that ConnectPay knows.',
    remedy: 'Send authorization_code or refresh_token.',
    source: 'RFC 6749 section 5.2',
  },
};
