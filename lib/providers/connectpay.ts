import type { Profile } from './types.ts';

const DOCUMENT = 'ConnectPay, Generate authCode via API';
const GETTING = `${DOCUMENT}: Getting authCode`;

/** ConnectPay's PSD2 authorization code flow. */
export const connectpay = {
  id: 'connectpay',
  name: 'ConnectPay',
  summary:
    'PSD2 access to ConnectPay accounts: a plain authorize request that calls its callback redirect_url.',
  environments: [
    {
      id: 'sandbox',
      name: 'Local sandbox',
      authorizationEndpoint: 'http://127.0.0.1:4601/auth/v1/oauth2/authorize',
      hosts: [],
      defaults: {
        client_id: '7d3069b2-0155-45c1-9600-7db93c3e5087',
        redirect_url: 'http://127.0.0.1:4610/callback',
      },
    },
    {
      id: 'stage',
      name: 'Stage',
      authorizationEndpoint: '',
      hosts: ['https://api-stage.connectpay.com/*', 'https://auth-stage.connectpay.com/*'],
      defaults: {},
    },
    {
      id: 'live',
      name: 'Live',
      authorizationEndpoint: '',
      hosts: ['https://*.connectpay.com/*'],
      defaults: {},
    },
  ],
  parameters: [
    {
      name: 'response_type',
      group: 'identity',
      required: true,
      description: 'The kind of answer. ConnectPay gives authorization codes.',
      constraint: 'Must be code.',
      source: GETTING,
      place: { in: 'query' },
      default: 'code',
      choices: ['code'],
      open: true,
      checks: [{ kind: 'one-of', values: ['code'] }],
    },
    {
      name: 'client_id',
      group: 'identity',
      required: true,
      description: 'The Client ID of your application in the Developer Portal.',
      constraint: 'Exactly as the Developer Portal shows it; the sample is a UUID.',
      source: GETTING,
      place: { in: 'query' },
      checks: [],
    },
    {
      name: 'flowid',
      group: 'identity',
      required: true,
      description: 'Which flow of the Auth Web Application runs.',
      constraint: 'Must be GetPSD2AuthCode to get a code for an access token.',
      source: GETTING,
      place: { in: 'query' },
      default: 'GetPSD2AuthCode',
      choices: ['GetPSD2AuthCode'],
      open: true,
      checks: [{ kind: 'one-of', values: ['GetPSD2AuthCode'] }],
      notes: [
        'The guide writes flowid; newer pages and the Auth Web Application write flowId. Parameter names are case sensitive (RFC 6749 section 3.1): send the guide’s spelling and accept both in the callback.',
      ],
    },
    {
      name: 'redirect_url',
      group: 'identity',
      required: true,
      description: 'Where the person is sent after authentication, with code, state and flowid added.',
      constraint:
        'An absolute URL without query parameters, whose hostname is in the application’s callback list.',
      source: GETTING,
      place: { in: 'query' },
      checks: [{ kind: 'absolute-url', query: 'forbidden' }],
      notes: [
        'It is redirect_url here, not redirect_uri as in RFC 6749; other ConnectPay calls write TPP-Redirect-URI and redirectUrl.',
        'Only the hostname is compared with the registered list, so any path of that host can receive the code. RFC 9700 section 4.1.3 asks for an exact match: keep open redirectors off that host.',
      ],
    },
    {
      name: 'scope',
      group: 'consent',
      required: true,
      description: 'What you ask for: psd2-ais reads accounts, psd2-pis starts payments.',
      constraint: 'A list with spaces between; PSD2 and Connect Propriety scopes must not be mixed.',
      source: GETTING,
      place: { in: 'query' },
      default: 'psd2-ais psd2-pis',
      choices: ['psd2-ais', 'psd2-pis'],
      open: true,
      list: true,
      checks: [
        {
          kind: 'scope-not-mixed',
          groups: [
            ['psd2-ais', 'psd2-pis'],
            ['ob-as', 'ob-ps', 'ob-ps:authz-nosca'],
          ],
        },
        { kind: 'scope-known', values: ['psd2-ais', 'psd2-pis', 'ob-as', 'ob-ps', 'ob-ps:authz-nosca'] },
      ],
      notes: [
        'A code comes back when at least one scope was granted; the callback does not say which. Read scope in the token response.',
        'ConnectPay’s own page on PSD2 access tokens shows the proprietary scopes ob-as, ob-ps and ob-ps:authz-nosca; they belong to the other family.',
      ],
    },
    {
      name: 'state',
      group: 'security',
      required: true,
      description: 'Identifies this request; comes back in the callback unchanged.',
      constraint: 'Unique for each request and impossible to guess.',
      source: GETTING,
      place: { in: 'query' },
      generate: 'state',
      checks: [{ kind: 'min-length', length: 22 }],
      notes: [
        'The document says “stateflowid” where it means two parameters, state and flowid. Both come back on success and on failure.',
      ],
    },
    {
      name: 'nonce',
      group: 'security',
      required: true,
      description: 'A one-time value against replay.',
      constraint: 'A unique version 4 UUID.',
      source: GETTING,
      place: { in: 'query' },
      generate: 'uuid-v4',
      checks: [{ kind: 'uuid-v4' }],
      notes: [
        'The text requires it and the sample request leaves it out. The text wins.',
        'It never comes back, because there is no id_token: you cannot detect a replay with it. Check state.',
      ],
    },
  ],
  aliases: {
    redirect_url: 'redirect_uri',
    redirectUrl: 'redirect_uri',
    flowId: 'flowid',
    ApplicationId: 'client_id',
  },
  callback: {
    success: ['code', 'state', 'flowid'],
    failure: ['error', 'state', 'flowid'],
    codeLifetime: 86_400,
  },
  errors: {},
  recognise: {
    hosts: ['.connectpay.com'],
    parameters: [['flowid'], ['flowId'], ['redirect_url', 'client_id', 'nonce']],
    scopes: ['psd2-ais', 'psd2-pis'],
  },
  notes: [
    'The document leaves the address of the Get authCode API blank. Take it from your Developer Portal; the sibling APIs of stage live under https://api-stage.connectpay.com/auth/v1/oauth2/.',
    'The sample request cannot be copied: it has no host, an empty redirect_url, a stray &, an unencoded space in scope and no nonce.',
    'ConnectPay answers 301, which a browser may keep (RFC 9110 section 15.4.2). A state and nonce of their own for every request avoid a replayed redirect.',
    'Open it in a full window, never in an iframe: the person must see ConnectPay’s address and certificate.',
    'A code is valid for 24 hours; RFC 6749 section 4.1.2 recommends ten minutes at most. Exchange it at once.',
    'Who authenticates and grants is the PSU; where the document says that the TPP does, it means the PSU.',
    'The document names an error parameter but not its values. It comes when every scope was denied and for any other failure.',
    'The token response gives expires_in as a number and refresh_token_expires_in as a string.',
  ],
} as const satisfies Profile;
