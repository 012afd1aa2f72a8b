import { REQUEST_ID } from './connectpay-fields.ts';
import { bearer } from './step-fields.ts';
import type { StepSpec } from './step-types.ts';

const CONSENT = 'ConnectPay, Create PSD2 AIS consent';

/** The newer secured authorization: a POST that answers with the page to send the person to. */
export const CONNECTPAY_CONSENT_STEPS: readonly StepSpec[] = [
  {
    id: 'secured-authorization',
    name: 'Secured authorization',
    summary: 'Asks for a one-time page on which the person agrees to a consent (flowId form).',
    source: CONSENT,
    kind: 'call',
    request: { method: 'POST', url: '{api}/auth/v1/oauth2/code', encoding: 'json' },
    fields: [
      {
        name: 'Accept',
        in: 'header',
        required: true,
        description: 'Which version of the answer you read.',
        constraint: 'application/json;version=2.',
        source: CONSENT,
        type: 'text',
        default: 'application/json;version=2',
        choices: [{ value: 'application/json;version=2' }],
        open: true,
        checks: [{ kind: 'one-of', values: ['application/json;version=2'] }],
      },
      REQUEST_ID,
      bearer({
        from: ['access_token'],
        description: 'The access token of the exchange.',
        source: CONSENT,
      }),
      {
        name: 'flowId',
        in: 'json',
        required: true,
        description: 'Which flow of the Auth Web Application runs.',
        constraint: 'CreateAndAuthorizePSD2AISConsent for account information.',
        source: CONSENT,
        type: 'text',
        default: 'CreateAndAuthorizePSD2AISConsent',
        choices: [
          {
            value: 'CreateAndAuthorizePSD2AISConsent',
            says: 'Creates a consent for account information and has it authorized.',
          },
        ],
        open: true,
        checks: [],
        notes: ['Here it is flowId; the authorize request of the guide spells it flowid.'],
      },
      {
        name: 'TPP-Redirect-URI',
        in: 'json',
        required: true,
        description: 'Where the person comes back to.',
        constraint: 'An absolute URL whose hostname is registered.',
        source: CONSENT,
        type: 'text',
        from: ['redirect_url'],
        checks: [{ kind: 'absolute-url', query: 'allowed' }],
        notes: [
          'ConnectPay spells the callback in four ways: redirect_url in the authorize request, TPP-Redirect-URI here, redirectUrl in the address of its Auth Web Application, and redirect_uri is what OAuth calls it.',
        ],
      },
      {
        name: 'PSU-IP-Address',
        in: 'json',
        required: true,
        description: 'The IP address from which the person uses your service.',
        constraint: 'An IPv4 or IPv6 address.',
        source: CONSENT,
        type: 'text',
        from: ['PSU-IP-Address'],
        checks: [
          {
            kind: 'pattern',
            pattern:
              '^((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)$|^[0-9A-Fa-f]*:[0-9A-Fa-f:.]+$',
            says: 'must be an IPv4 or IPv6 address',
          },
        ],
      },
    ],
    gives: [{ name: 'scaRedirect', path: '_links.scaRedirect.href', opens: true }],
    notes: [
      'The href is good for one visit. Open it in a full window, never in an iframe.',
      'Its address carries flowId, ApplicationId (your client_id), redirectUrl and nonce in ConnectPay’s other spellings.',
    ],
    errors: {
      '401': {
        meaning: 'The access token is missing, expired or revoked.',
        remedy: 'Run Refresh, or authorize again.',
        source: 'RFC 6750 section 3.1',
      },
      '406': {
        meaning: 'The Accept header is not one that ConnectPay can answer.',
        remedy: 'Send application/json;version=2.',
        source: 'RFC 9110 section 15.5.7',
      },
    },
    optional: true,
  },
  {
    id: 'secured-callback',
    name: 'Callback of the secured authorization',
    summary: 'The person comes back to TPP-Redirect-URI; only an error is announced.',
    source: 'ConnectPay, Initiate and authorize PIS payment',
    kind: 'callback',
    fields: [],
    gives: [],
    notes: [
      'Success has no code: when the callback carries error the authorization failed, when it does not it succeeded.',
    ],
    optional: true,
  },
];
