import type { Profile } from './types.ts';

const JWT_BODY = 'Leatherback, Third Party Provider integration: Create JWT URL Parameters Token';
const REDIRECT = 'Leatherback, Customer Authorization: Redirect to the Leatherback Authorization App';

/** Leatherback's customer authorization: a signed request object and a state beside it. */
export const leatherback = {
  id: 'leatherback',
  name: 'Leatherback',
  summary: 'Account access by a request object that you sign with PS256; state travels outside of it.',
  environments: [
    {
      id: 'sandbox',
      name: 'Local sandbox',
      authorizationEndpoint: 'http://127.0.0.1:4602/',
      hosts: [],
      keyRegistration: 'http://127.0.0.1:4602/sandbox/jwks',
      defaults: {
        client_id: 'D464C9D7862744839A583821379DF260',
        redirect_uri: 'http://127.0.0.1:4610/callback',
        openbanking_intent_id: '59189091-545b-40de-93a3-4166c9ae2d90',
      },
    },
    {
      id: 'dev',
      name: 'Development',
      authorizationEndpoint: 'https://app-leatherback-openbanking-dev.azurewebsites.net',
      hosts: ['https://api-openbanking.leatherback.co/*'],
      defaults: {},
    },
    {
      id: 'live',
      name: 'Live',
      authorizationEndpoint: '',
      hosts: ['https://*.leatherback.co/*', 'https://*.leatherback.com/*'],
      defaults: {},
    },
  ],
  parameters: [
    {
      name: 'response_type',
      group: 'identity',
      required: true,
      description: 'The kind of answer.',
      constraint: 'Must be code id_token.',
      source: JWT_BODY,
      place: { in: 'request object', path: ['response_type'] },
      default: 'code id_token',
      choices: ['code id_token'],
      open: true,
      checks: [{ kind: 'one-of', values: ['code id_token'] }],
      notes: [
        'Although it asks for an id_token, the documented callback has none and uses the query, where OpenID Connect would use the fragment (OpenID Connect Core section 3.3.2.5). No nonce is documented and scope has no openid.',
      ],
    },
    {
      name: 'client_id',
      group: 'identity',
      required: true,
      description: 'The ClientId that the registration call returned.',
      constraint: '32 upper-case hexadecimal digits.',
      source: JWT_BODY,
      place: { in: 'request object', path: ['client_id'] },
      checks: [
        { kind: 'pattern', pattern: '^[0-9A-F]{32}$', says: 'must be 32 upper-case hexadecimal digits' },
      ],
      notes: [
        'It stands inside the request object only. RFC 9101 section 5 wants it in the query as well; the documented URL has just request and state.',
        'The documents show three different ids. Use the one that your own registration returned.',
      ],
    },
    {
      name: 'redirect_uri',
      group: 'identity',
      required: true,
      description:
        'The page of your platform to which the customer returns, with authorizationCode and state added.',
      constraint: 'An absolute URL without a fragment.',
      source: JWT_BODY,
      place: { in: 'request object', path: ['redirect_uri'] },
      checks: [{ kind: 'absolute-url', query: 'allowed' }],
      notes: [
        'How it relates to the callbackUrl of the registration, which receives the webhook, is not documented.',
        'The sample token carries redirect_uri without and callback_url with a slash at the end; callback_url is not documented.',
      ],
    },
    {
      name: 'scope',
      group: 'consent',
      required: true,
      description: 'What you ask for.',
      constraint: 'Must be accounts.',
      source: JWT_BODY,
      place: { in: 'request object', path: ['scope'] },
      default: 'accounts',
      choices: ['accounts'],
      open: true,
      list: true,
      checks: [{ kind: 'one-of', values: ['accounts'] }],
      notes: [
        'The text says accounts, the sample token account. The text wins here; the token calls do want account.',
      ],
    },
    {
      name: 'openbanking_intent_id',
      group: 'consent',
      required: true,
      description: 'The ConsentId that the account-access-consents call returned.',
      constraint: 'A UUID; stands under claims.id_token.openbanking_intent_id.value.',
      source: JWT_BODY,
      place: { in: 'request object', path: ['claims', 'id_token', 'openbanking_intent_id', 'value'] },
      checks: [{ kind: 'uuid' }],
      notes: [
        'The text nests it under claims.id_token; the sample token has it flat at the top. The text wins, and both are read when decoding.',
        'The sample consent had expired when it was created, and its Links.Self names another consent id. Take ConsentId from Data.',
        'The permissions table knows ReadAccountsBasic and ReadAccountsDetail; the sample asks for beneficiaries too.',
      ],
    },
    {
      name: 'state',
      group: 'security',
      required: true,
      description: 'Identifies this request; comes back in the redirect and in the webhook.',
      constraint: 'Unique for each request and impossible to guess.',
      source: REDIRECT,
      place: { in: 'query' },
      generate: 'state',
      checks: [{ kind: 'min-length', length: 22 }],
      notes: [
        'It stands outside of the signed object, so that it can be changed on the way. Compare it with what you sent.',
        'The sample URL has a space before &state; a space copied into the request object breaks its signature.',
        'In the sample webhook the state inside authorizationCode differs from the state beside it.',
      ],
    },
  ],
  requestObject: {
    parameter: 'request',
    algorithms: ['PS256'],
    header: {},
    made: [],
    use: 'always',
    source: JWT_BODY,
  },
  aliases: {
    authorizationCode: 'code',
    callback_url: 'redirect_uri',
  },
  callback: {
    success: ['authorizationCode', 'state'],
    failure: [],
  },
  errors: {},
  recognise: {
    hosts: [
      '.leatherback.co',
      '.leatherback.com',
      'app-leatherback-openbanking-dev.azurewebsites.net',
      'app-leatherbackwebsite-stg.azurewebsites.net',
    ],
    parameters: [['authorizationCode'], ['openbanking_intent_id', 'callback_url']],
    onlyParameters: [['request', 'state']],
  },
  notes: [
    'The text demands PS256 and a kid; every sample token is HS256 without one. The text wins.',
    'The signature is checked with “the JWKs endpoint you specified during registration”, but registration has no such field. Ask Leatherback where to put your public JWKS.',
    'The sample token is not valid before 2034: its nbf and iat are 2029276857.',
    'iss, aud, exp and jti are not documented for the request object and are left out; add them under extra parameters if Leatherback asks for them.',
    'The callback names the code authorizationCode; the token call wants it as code.',
    'What the callback carries when the customer denies is not documented.',
    'The guide suggests a web view on mobile devices; RFC 8252 section 8.12 forbids it. Use the system browser.',
    'The documents name hosts under azurewebsites.net, leatherback.co and leatherback.com; only a development address is given for authorization.',
    'The “signature certificate” of the registration is a password-like text that token calls send as password. The request object is signed with a private key, not with it.',
  ],
} as const satisfies Profile;
