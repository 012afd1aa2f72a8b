import { CONNECTPAY_CONSENT_STEPS } from './connectpay-consent-steps.ts';
import { CONNECTPAY_CLIENT_FIELDS, REQUEST_ID, TOKEN_ERRORS, TOKENS } from './connectpay-fields.ts';
import { fixedFormField } from './step-fields.ts';
import type { StepRequest, StepResult, StepSpec } from './step-types.ts';

const GETTING = 'ConnectPay, Generate authCode via API: Getting authCode';
const TOKEN_REQUEST: StepRequest = {
  method: 'POST',
  url: '{api}/auth/v1/oauth2/token',
  encoding: 'form',
  clientAuthentication: ['client_secret_basic'],
};

const TOKEN_RESULTS: readonly StepResult[] = [
  { name: 'access_token', path: 'access_token', secret: true, expiresInPath: 'expires_in' },
  { name: 'refresh_token', path: 'refresh_token', secret: true, expiresInPath: 'refresh_token_expires_in' },
  { name: 'scope', path: 'scope' },
];

const TOKEN_NOTES = [
  'expires_in is a number (3600), refresh_token_expires_in a text ("2592000"). Both are seconds.',
  'scope says what was granted: the callback does not. ConnectPay’s page shows the proprietary scopes ob-ps:authz-nosca, ob-ps and ob-as in a text about PSD2; compare with what you asked for.',
] as const;

/** ConnectPay's calls: the code flow, its tokens, and the newer consent with a scaRedirect. */
export const CONNECTPAY_STEPS: readonly StepSpec[] = [
  {
    id: 'authorize',
    name: 'Authorize',
    summary: 'Sends the person to the Auth Web Application, in a full window.',
    source: GETTING,
    kind: 'authorize',
    fields: [],
    gives: [{ name: 'state', path: 'state' }],
    notes: [
      'ConnectPay answers 301. A browser may keep a permanent redirect (RFC 9110 section 15.4.2), RFC 6749 uses 302 and RFC 9700 section 4.12 recommends 303: send a fresh state and nonce every time.',
      'The guide spells the parameter flowid; newer pages spell it flowId. For the newer form choose an environment with “flowId” in its name.',
    ],
  },
  {
    id: 'callback',
    name: 'Callback',
    summary: 'The person comes back to redirect_url with code, state and flowid, or with error.',
    source: GETTING,
    kind: 'callback',
    fields: [],
    gives: [
      { name: 'code', path: 'code', secret: true, lifetime: 86_400 },
      { name: 'state', path: 'state' },
      { name: 'flowid', path: 'flowid' },
    ],
    notes: [
      'A code is valid for 24 hours, far longer than the ten minutes of RFC 6749 section 4.1.2. Exchange it at once.',
      'One granted scope is enough for a code. Denying all of them, like any other failure, gives error with state and flowid; the values of error are not documented.',
      'The document’s “stateflowid” is two parameters: state and flowid.',
    ],
  },
  {
    id: 'exchange',
    name: 'Code exchange',
    summary: 'Trades the code for an access token of one hour and a refresh token of thirty days.',
    source: TOKENS,
    kind: 'call',
    request: TOKEN_REQUEST,
    fields: [
      REQUEST_ID,
      ...CONNECTPAY_CLIENT_FIELDS,
      fixedFormField('grant_type', 'authorization_code', {
        description: 'A code is exchanged.',
        source: TOKENS,
      }),
      {
        name: 'code',
        in: 'form',
        required: true,
        description: 'The code of the callback.',
        constraint: 'A UUID in the sample; good for one exchange within 24 hours.',
        source: TOKENS,
        type: 'text',
        from: ['code'],
        secret: true,
        checks: [{ kind: 'uuid' }],
        notes: ['redirect_url is not sent again, unlike redirect_uri in RFC 6749 section 4.1.3.'],
      },
    ],
    gives: TOKEN_RESULTS,
    notes: TOKEN_NOTES,
    errors: TOKEN_ERRORS,
  },
  {
    id: 'refresh',
    name: 'Refresh',
    summary: 'Trades the refresh token for a new pair; both tokens change.',
    source: TOKENS,
    kind: 'call',
    request: TOKEN_REQUEST,
    fields: [
      REQUEST_ID,
      ...CONNECTPAY_CLIENT_FIELDS,
      fixedFormField('grant_type', 'refresh_token', {
        description: 'A refresh token is exchanged.',
        source: TOKENS,
      }),
      {
        name: 'refresh_token',
        in: 'form',
        required: true,
        description: 'The newest refresh token.',
        constraint: 'A UUID in the sample; good for one use within 30 days.',
        source: TOKENS,
        type: 'text',
        from: ['refresh_token'],
        secret: true,
        checks: [{ kind: 'uuid' }],
      },
    ],
    gives: TOKEN_RESULTS,
    notes: [
      'Both tokens rotate: the old refresh token is spent as soon as the answer is written. When a refresh token expires, the person must authorize again.',
      ...TOKEN_NOTES,
    ],
    errors: TOKEN_ERRORS,
    optional: true,
  },
  {
    id: 'revoke',
    name: 'Revoke refresh token',
    summary: 'Ends a refresh token before its thirty days are over.',
    source: `${TOKENS}: Token revocation; RFC 7009 section 2.1`,
    kind: 'call',
    request: {
      method: 'POST',
      url: '{api}/auth/v1/oauth2/revoke',
      encoding: 'form',
      clientAuthentication: ['client_secret_basic'],
    },
    fields: [
      REQUEST_ID,
      ...CONNECTPAY_CLIENT_FIELDS,
      {
        name: 'token',
        in: 'form',
        required: true,
        description: 'The refresh token.',
        constraint: 'The newest one.',
        source: 'RFC 7009 section 2.1',
        type: 'text',
        from: ['refresh_token'],
        secret: true,
        checks: [],
      },
      {
        name: 'token_type_hint',
        in: 'form',
        required: false,
        description: 'What kind of token it is.',
        constraint: 'refresh_token.',
        source: 'RFC 7009 section 2.1',
        type: 'text',
        default: 'refresh_token',
        choices: [{ value: 'refresh_token' }, { value: 'access_token' }],
        open: true,
        checks: [],
      },
    ],
    gives: [],
    confirm: 'The refresh token cannot be used again. The person has to authorize anew.',
    notes: [
      'The page names a “Revoke Refresh Token API” without its address. This is the address next to the token endpoint with the parameters of RFC 7009: compare it with your Developer Portal.',
    ],
    errors: TOKEN_ERRORS,
    optional: true,
  },
  ...CONNECTPAY_CONSENT_STEPS,
];
