import { LEATHERBACK_CONSENT } from './leatherback-consent.ts';
import { LEATHERBACK_REGISTRATION } from './leatherback-registration.ts';
import {
  CLIENT_TOKEN,
  CUSTOMER,
  INTEGRATION,
  LEATHERBACK_API_ERRORS,
  LEATHERBACK_EXCHANGE,
} from './leatherback-sources.ts';
import { bearer, fixedFormField } from './step-fields.ts';
import type { StepField, StepSpec } from './step-types.ts';

const clientId = (source: string): StepField => ({
  name: 'client_id',
  in: 'form',
  required: true,
  description: 'The ClientId that the registration returned.',
  constraint: '32 upper-case hexadecimal digits.',
  source,
  type: 'text',
  from: ['ClientId', 'client_id'],
  checks: [{ kind: 'pattern', pattern: '^[0-9A-F]{32}$', says: 'must be 32 upper-case hexadecimal digits' }],
  notes: ['The documents show three different ids. Use the one that your own registration returned.'],
});

const password = (source: string): StepField => ({
  name: 'password',
  in: 'form',
  required: true,
  description: 'The Certificate that the registration returned: a password-like text.',
  constraint: 'Character for character what was registered as signature-certificate.',
  source,
  type: 'text',
  from: ['Certificate', 'signature-certificate'],
  secret: true,
  checks: [],
  notes: ['It takes the place of client_secret; no HTTP Basic credentials are sent.'],
});

const scope = (source: string): StepField =>
  fixedFormField('scope', 'account', {
    description: 'What the token is for.',
    source,
    notes: ['The token calls want account, the request object accounts.'],
  });

const LIFETIME_NOTE =
  'expires_in does not tell the truth: the sample says 63919 (the exchange 39361), while the token’s own exp is 300 seconds after its iat. Go by exp.';

/** Leatherback's calls, from the registration to the first account. */
export const LEATHERBACK_STEPS: readonly StepSpec[] = [
  LEATHERBACK_REGISTRATION,
  {
    id: 'client-token',
    name: 'Client token',
    summary: 'Gets the token with which you create consents; needed again every five minutes.',
    source: CLIENT_TOKEN,
    kind: 'call',
    request: { method: 'POST', url: '{api}/auth/token', encoding: 'form' },
    fields: [
      fixedFormField('grant_type', 'client_credentials', {
        description: 'The client asks for itself.',
        source: CLIENT_TOKEN,
      }),
      clientId(CLIENT_TOKEN),
      password(CLIENT_TOKEN),
      scope(CLIENT_TOKEN),
    ],
    gives: [{ name: 'client_access_token', path: 'access_token', secret: true, lifetime: 300 }],
    notes: [
      LIFETIME_NOTE,
      'The token is a JWT whose payload carries your certificate text in the clear (“certificate”). Whoever sees the token knows the password: do not log it. The sample shows “Adaobi93@” there although the registration sample returned “Adaobi@”.',
      'The sample token is signed with HS256, which only Leatherback can verify.',
    ],
    errors: LEATHERBACK_API_ERRORS,
  },
  LEATHERBACK_CONSENT,
  {
    id: 'request-object',
    name: 'Request object',
    summary: 'Signs the ConsentId, your client_id and redirect_uri with PS256, in the Request tab.',
    source: `${INTEGRATION}: Create JWT URL Parameters Token`,
    kind: 'sign',
    fields: [
      {
        name: 'client_id',
        in: 'local',
        required: true,
        description: 'The ClientId that the registration returned.',
        constraint: '32 upper-case hexadecimal digits.',
        source: `${INTEGRATION}: JWT Body`,
        type: 'text',
        from: ['ClientId', 'client_id'],
        checks: [
          { kind: 'pattern', pattern: '^[0-9A-F]{32}$', says: 'must be 32 upper-case hexadecimal digits' },
        ],
      },
      {
        name: 'openbanking_intent_id',
        in: 'local',
        required: true,
        description: 'The ConsentId of the consent.',
        constraint: 'A UUID; stands under claims.id_token.openbanking_intent_id.value.',
        source: `${INTEGRATION}: JWT Body`,
        type: 'text',
        from: ['ConsentId', 'openbanking_intent_id'],
        checks: [{ kind: 'uuid' }],
      },
    ],
    gives: [{ name: 'request', path: 'request', secret: true }],
    notes: [
      'The text demands PS256 and a kid in the header; every sample token is HS256 without one. The text wins.',
      'The text speaks of the “private key of your signing certificate”, but the signature certificate that you registered is a password-like text. The key is one of your own; its public part has to reach Leatherback.',
      'The sample token carries callback_url, nbf, exp and iat, which no text mentions, and no kid, which the text requires. They are read; only what the text asks for is written.',
      'The text nests the consent under claims.id_token; the sample has openbanking_intent_id flat at the top. Both are read, the nested form is written.',
    ],
  },
  {
    id: 'authorize',
    name: 'Authorize',
    summary: 'Sends the customer to the Authorization App with the request object and a state.',
    source: `${CUSTOMER}: Redirect to the Leatherback Authorization App`,
    kind: 'authorize',
    fields: [],
    gives: [{ name: 'state', path: 'state' }],
    notes: [
      'The sample URL has a space before &state. A browser that keeps it makes it part of the request object, whose signature then fails.',
      'The guide suggests a web view on mobile devices; RFC 8252 section 8.12 forbids it. Use the system browser.',
    ],
  },
  {
    id: 'callback-redirect',
    name: 'Callback by redirect',
    summary: 'The customer comes back to redirect_uri with authorizationCode and state in the query.',
    source: `${CUSTOMER}: Redirect Scenario`,
    kind: 'callback',
    fields: [],
    gives: [
      { name: 'code', path: 'authorizationCode', secret: true },
      { name: 'state', path: 'state' },
    ],
    notes: [
      'The callback names the code authorizationCode; the token call wants it as code.',
      'Although response_type asks for an id_token, none comes back here, and the answer is in the query rather than in the fragment.',
      'What comes back when the customer denies is not documented. The sandbox sends error=access_denied and state.',
    ],
  },
  {
    id: 'callback-webhook',
    name: 'Callback by webhook',
    summary: 'Leatherback posts the same two values as JSON to the callbackUrl of your registration.',
    source: `${CUSTOMER}: Webhook Scenario`,
    kind: 'callback',
    fields: [],
    gives: [
      { name: 'code', path: 'authorizationCode', secret: true },
      { name: 'state', path: 'state' },
    ],
    notes: [
      'No signature is documented: whoever knows the address can post to it. Trust only a state that you sent.',
      'In the sample the state inside authorizationCode (“expect_state_value”) differs from the one beside it (“random_state_value”). If yours differ, do not use the code.',
      'You can receive redirect, webhook or both; the code is good for one exchange.',
    ],
    optional: true,
  },
  {
    id: 'exchange',
    name: 'Code exchange',
    summary: 'Trades the authorizationCode for the customer’s access token.',
    source: LEATHERBACK_EXCHANGE,
    kind: 'call',
    request: { method: 'POST', url: '{api}/auth/token', encoding: 'form' },
    fields: [
      fixedFormField('grant_type', 'authorization_code', {
        description: 'The customer has authorized.',
        source: LEATHERBACK_EXCHANGE,
      }),
      {
        name: 'code',
        in: 'form',
        required: true,
        description: 'The authorizationCode of the callback.',
        constraint: 'Exactly as it arrived; good for one exchange.',
        source: LEATHERBACK_EXCHANGE,
        type: 'text',
        from: ['code'],
        secret: true,
        checks: [],
        notes: ['The callback calls it authorizationCode, this call code.'],
      },
      clientId(LEATHERBACK_EXCHANGE),
      password(LEATHERBACK_EXCHANGE),
      scope(LEATHERBACK_EXCHANGE),
    ],
    gives: [
      { name: 'customer_access_token', path: 'access_token', secret: true, lifetime: 300 },
      { name: 'access_token_id', path: 'access_token_id', secret: true },
      { name: 'id_token', path: 'id_token', secret: true },
    ],
    notes: [
      'redirect_uri and a PKCE verifier are not part of this call, unlike RFC 6749 section 4.1.3 and RFC 7636.',
      'id_token is an opaque text that begins with oa_stg_, not a JWT: nothing in it can be verified.',
      LIFETIME_NOTE,
      'The sample command calls https://api.leatherback.com/api/v1/token; the text calls https://api-openbanking.leatherback.co/auth/token. The text wins.',
    ],
    errors: {
      ...LEATHERBACK_API_ERRORS,
      invalid_grant: {
        meaning: 'The code is unknown, was used already or belongs to another client.',
        remedy: 'Send the customer through Authorize again and exchange the new code once.',
        source: 'RFC 6749 section 5.2',
      },
    },
  },
  {
    id: 'accounts',
    name: 'Accounts',
    summary: 'Reads the customer’s accounts with the token of the exchange.',
    source: 'Leatherback, Accounts',
    kind: 'call',
    request: { method: 'GET', url: '{api}/accounts', encoding: 'none' },
    fields: [
      bearer({
        from: ['customer_access_token'],
        description: 'The customer’s access token, not the client token.',
        source: 'Leatherback, Accounts',
      }),
      {
        name: 'CustomerId',
        in: 'query',
        required: false,
        description: 'Whose accounts; the customerId inside of the access token.',
        constraint: 'A UUID.',
        source: 'Leatherback, Accounts',
        type: 'text',
        from: ['CustomerId'],
        checks: [{ kind: 'uuid' }],
        notes: ['The document calls it a path parameter, but the documented path has no place for it.'],
      },
    ],
    gives: [{ name: 'accountId', path: 'value.accountId' }],
    notes: [
      'An older page calls https://api.leatherback.co/transactions/api/v1/account/get-customer-accounts. Change the base URL if yours is that one.',
      'The body says isSuccess itself: a status of 200 can still be a failure, with error and message.',
    ],
    errors: LEATHERBACK_API_ERRORS,
  },
];
