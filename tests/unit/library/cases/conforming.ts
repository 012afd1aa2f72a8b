import { evaluateFlow } from '../../../../lib/index.ts';
import {
  base64url,
  type Call,
  type Fields,
  type Finding,
  fieldsIn,
  flowOf,
  type Journey,
  type Json,
  NOW,
  type Options,
  ofCall,
  ofJourney,
  ofToken,
  SECONDS,
  token,
  url,
} from '../support/journeys.ts';
import { CHALLENGE, half, VERIFIER } from '../support/sound.ts';
import { connectpayUrl, dauthToken, leatherbackUrl } from './provider-mistakes.ts';

/** What a client and a provider do rightly, and what is found in it. */
export interface Conforming {
  readonly name: string;
  readonly findings: () => readonly Finding[];
}

const TENANT = '8c1b6a52-0f3e-4b57-9f0a-1d2c3b4a5e6f';

interface Provider {
  readonly name: string;
  readonly endpoint: string;
  readonly token: string;
  readonly issuer: string;
  readonly scope: string;
  /** What this provider's clients send beside. */
  readonly sends?: Fields;
  /** What it returns beside code and state. */
  readonly returns?: Fields;
  readonly code?: string;
  readonly claims?: Json;
  /** What metadata gives as issuer, where that is not what tokens have. */
  readonly metadata?: string;
  readonly state?: string;
}

const PROVIDERS: readonly Provider[] = [
  {
    name: 'Auth0',
    endpoint: 'https://budget.eu.auth0.com/authorize',
    token: 'https://budget.eu.auth0.com/oauth/token',
    issuer: 'https://budget.eu.auth0.com/',
    scope: 'openid profile email offline_access',
    sends: {
      audience: 'https://api.budget.example/',
      auth0Client: base64url('{"name":"auth0-spa-js","version":"2.4.1"}'),
    },
    state: 'V2pXbkR3YzN6TnV5Q1ZqRk5uU1pCNWV3TGQ3cFJ-R2VoSXdCS2dsa0w2eA==',
  },
  {
    name: 'Okta',
    endpoint: 'https://dev-4711.okta.com/oauth2/default/v1/authorize',
    token: 'https://dev-4711.okta.com/oauth2/default/v1/token',
    issuer: 'https://dev-4711.okta.com/oauth2/default',
    scope: 'openid profile email groups',
    sends: { idp: '0oa7x', sessionToken: undefined },
    claims: { amr: ['pwd'], idp: '00o1', ver: 1, jti: 'ID.1', auth_time: SECONDS - 5 },
  },
  {
    name: 'Entra ID',
    endpoint: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize`,
    token: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
    issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    metadata: 'https://login.microsoftonline.com/{tenantid}/v2.0',
    scope: 'openid profile offline_access https://graph.microsoft.com/User.Read',
    sends: {
      client_info: '1',
      'x-client-SKU': 'msal.js.browser',
      'x-client-VER': '4.12.0',
      'client-request-id': '0192c4b4-00b8-7ff1-bb33-81d1a477d3ff',
    },
    returns: {
      session_state: '0043aa1c-7d90-4d1f-8d7c-6a5d7f1e2b3c',
      client_info: base64url('{"uid":"1","utid":"2"}'),
    },
    claims: { tid: TENANT, ver: '2.0', oid: 'o-1', uti: 'x', aio: 'y', rh: 'z' },
    state: base64url('{"id":"0192c4b4-00b8-7ff1-bb33-81d1a477d3ff","meta":{"interactionType":"redirect"}}'),
  },
  {
    name: 'Google',
    endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    issuer: 'https://accounts.google.com',
    scope: 'openid email profile https://www.googleapis.com/auth/calendar.readonly',
    sends: { access_type: 'offline', include_granted_scopes: 'true', hd: 'budget.example' },
    returns: {
      scope: 'email profile openid https://www.googleapis.com/auth/userinfo.email',
      authuser: '0',
      prompt: 'consent',
      hd: 'budget.example',
    },
    code: '4/0AVMBsJh7xN2c-Zk_Q1yL0aVw3R',
    claims: { azp: 'budget-web-7f3a', hd: 'budget.example', email_verified: true },
  },
  {
    name: 'Keycloak',
    endpoint: 'https://sso.budget.example/realms/main/protocol/openid-connect/auth',
    token: 'https://sso.budget.example/realms/main/protocol/openid-connect/token',
    issuer: 'https://sso.budget.example/realms/main',
    scope: 'openid',
    returns: {
      session_state: '2c1a6f0e-9d9f-4c7e-8f3b-1f4f3a7c5d21',
      iss: 'https://sso.budget.example/realms/main',
    },
    code: '0f2a7c1e-4b61-4a44-9d2b-98f0b1f3c001.2c1a6f0e-9d9f-4c7e-8f3b-1f4f3a7c5d21.9b7d6e5f',
    claims: {
      typ: 'ID',
      azp: 'budget-web-7f3a',
      sid: '2c1a6f0e',
      acr: '1',
      auth_time: SECONDS - 3,
      jti: 'j',
    },
    state: '6d1b2b60-8f0c-4f53-9f63-0f1a2b3c4d5e',
  },
  {
    name: 'Cognito',
    endpoint: 'https://budget.auth.eu-central-1.amazoncognito.com/oauth2/authorize',
    token: 'https://budget.auth.eu-central-1.amazoncognito.com/oauth2/token',
    issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf',
    scope: 'openid email aws.cognito.signin.user.admin',
    sends: { identity_provider: 'COGNITO' },
    code: '9f2d1c7e-5a3b-4c8d-8e7f-6a5b4c3d2e1f',
    claims: { token_use: 'id', 'cognito:username': 'u', origin_jti: 'o' },
  },
  {
    name: 'Apple',
    endpoint: 'https://appleid.apple.com/auth/authorize',
    token: 'https://appleid.apple.com/auth/token',
    issuer: 'https://appleid.apple.com',
    scope: 'openid',
    code: 'c1f0a2b3.0.srwtz.Xk2',
    claims: { nonce_supported: true, auth_time: SECONDS - 2, is_private_email: true },
  },
  {
    name: 'Azure AD B2C',
    endpoint: 'https://budget.b2clogin.com/budget.onmicrosoft.com/B2C_1_signin/oauth2/v2.0/authorize',
    token: 'https://budget.b2clogin.com/budget.onmicrosoft.com/B2C_1_signin/oauth2/v2.0/token',
    issuer: `https://budget.b2clogin.com/${TENANT}/v2.0/`,
    scope: 'openid offline_access https://budget.onmicrosoft.com/api/read',
    sends: { p: 'B2C_1_signin' },
    claims: { tfp: 'B2C_1_signin', ver: '1.0', auth_time: SECONDS - 9 },
  },
  {
    name: 'PingFederate',
    endpoint: 'https://ping.budget.example/as/authorization.oauth2',
    token: 'https://ping.budget.example/as/token.oauth2',
    issuer: 'https://ping.budget.example',
    scope: 'openid profile',
    sends: { acr_values: 'urn:acr:form', pfidpadapterid: 'OTIdPHTML' },
    claims: { 'pi.sri': 's', acr: 'urn:acr:form', auth_time: SECONDS - 9 },
  },
  {
    name: 'ForgeRock',
    endpoint: 'https://am.budget.example/am/oauth2/realms/root/realms/alpha/authorize',
    token: 'https://am.budget.example/am/oauth2/realms/root/realms/alpha/access_token',
    issuer: 'https://am.budget.example/am/oauth2/realms/root/realms/alpha',
    scope: 'openid profile',
    returns: {
      iss: 'https://am.budget.example/am/oauth2/realms/root/realms/alpha',
      client_id: 'budget-web-7f3a',
    },
    claims: {
      auditTrackingId: 'a',
      subname: 'u',
      tokenName: 'id_token',
      realm: '/alpha',
      tokenType: 'JWTToken',
      auth_time: SECONDS - 4,
    },
  },
  {
    name: 'IdentityServer',
    endpoint: 'https://ids.budget.example/connect/authorize',
    token: 'https://ids.budget.example/connect/token',
    issuer: 'https://ids.budget.example',
    scope: 'openid profile api1',
    returns: { scope: 'openid profile api1', session_state: 'S1.77', iss: 'https://ids.budget.example' },
    code: '7A1F0C2B3D4E5F60718293A4B5C6D7E8F9001122-1',
    claims: { sid: 'S', idp: 'local', amr: ['pwd'], auth_time: SECONDS - 4 },
  },
  {
    name: 'Ory Hydra',
    endpoint: 'https://hydra.budget.example/oauth2/auth',
    token: 'https://hydra.budget.example/oauth2/token',
    issuer: 'https://hydra.budget.example/',
    scope: 'openid offline',
    returns: { scope: 'openid offline' },
    code: 'ory_ac_Xk2c.Zr7QmB2vX9tLk4Hs',
    claims: { rat: SECONDS - 30, auth_time: SECONDS - 20, sid: 's', jti: 'j' },
  },
  {
    name: 'oidc-provider',
    endpoint: 'https://op.budget.example/auth',
    token: 'https://op.budget.example/token',
    issuer: 'https://op.budget.example',
    scope: 'openid email',
    returns: { iss: 'https://op.budget.example' },
    code: 'fEbWmJ0Xn4Qo3b1tK2yVh8RzLs7UcDqA5gPi6TjNwMe',
  },
  {
    name: 'Salesforce',
    endpoint: 'https://budget.my.salesforce.com/services/oauth2/authorize',
    token: 'https://budget.my.salesforce.com/services/oauth2/token',
    issuer: 'https://budget.my.salesforce.com',
    scope: 'openid api refresh_token',
    code: 'aPrxsmIEeqM9PiQroGEWx1UiMQd95_5JUZVEhsOFhS8EVvbfYBBJli2W5fn3zbo.8hojaNW_1g==',
    sends: { display: 'page' },
  },
  {
    name: 'GitLab',
    endpoint: 'https://gitlab.example/oauth/authorize',
    token: 'https://gitlab.example/oauth/token',
    issuer: 'https://gitlab.example',
    scope: 'openid read_user',
    code: 'e5b1c9f0a7d84c6d9f3e2b1a0c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d',
  },
  {
    name: 'Zitadel',
    endpoint: 'https://budget.zitadel.cloud/oauth/v2/authorize',
    token: 'https://budget.zitadel.cloud/oauth/v2/token',
    issuer: 'https://budget.zitadel.cloud',
    scope: 'openid urn:zitadel:iam:org:project:id:zitadel:aud',
    claims: { azp: 'budget-web-7f3a', client_id: 'budget-web-7f3a', at_hash: undefined },
  },
];

const WEB = 'https://www.budget.example/auth/callback';
const CLIENT = 'budget-web-7f3a';
const STATE = 'mQ7xT2vB9zLk4HsRd0YwPe';
const NONCE = 'c8Jf6Hs9UgPa4RtNxYk0Wo2';
const CODE = 'Yd8wK2nQ5yXr0LbT7mZc3eVd';
const PKCE = { code_challenge: CHALLENGE, code_challenge_method: 'S256' } as const;

const request = ({ scope, sends, state = STATE }: Provider, change: Fields = {}): Fields => ({
  client_id: CLIENT,
  redirect_uri: WEB,
  response_type: 'code',
  scope,
  state,
  nonce: NONCE,
  ...sends,
  ...change,
});

const response = ({ code = CODE, returns, state = STATE }: Provider, change: Fields = {}): Fields => ({
  code,
  state,
  ...returns,
  ...change,
});

const signIn = (provider: Provider, change: Fields = {}, answer: Fields = {}): Journey => ({
  authorize: url(provider.endpoint, request(provider, change)),
  callback: url(change.redirect_uri ?? WEB, response(provider, answer)),
});

const idToken = ({ issuer, claims }: Provider, more: Json = {}, header: Json = {}): string =>
  token(
    {
      iss: issuer,
      sub: 'u-5521',
      aud: CLIENT,
      iat: SECONDS,
      exp: SECONDS + 3_600,
      nonce: NONCE,
      ...claims,
      ...more,
    },
    { alg: 'RS256', ...header },
  );

const known = ({ issuer, metadata, returns }: Provider): Options => ({
  issuer: metadata ?? issuer,
  ...(returns?.iss === undefined ? {} : { issInResponses: true }),
});

const flow = (name: string, journey: Journey, options: Options = {}): Conforming => ({
  name,
  findings: () => ofJourney(journey, options),
});

const exchanged = (
  name: string,
  provider: Provider,
  journey: Journey,
  fields: Fields,
  body: Json,
  options: Options = {},
): Conforming => ({
  name,
  findings: () => {
    const call = {
      profileId: 'openid',
      method: 'POST',
      url: provider.token,
      encoding: 'form',
      fields: fieldsIn('form', fields),
      contentType: 'application/json',
      body: JSON.stringify(body),
    } satisfies Call;
    const seen = flowOf(journey);
    const calls = [
      { id: 'c', stepId: 'token', name: 'Token', at: NOW + 900, elapsed: 9, status: 200, ...call },
    ];
    const whole = evaluateFlow({ ...seen, calls }, { now: NOW + 1_000, timeZone: 'UTC', ...options });
    return [...whole, ...ofCall(call, options, journey)];
  },
});

const grant = (provider: Provider, change: Fields = {}): Fields => ({
  grant_type: 'authorization_code',
  client_id: CLIENT,
  code: provider.code ?? CODE,
  redirect_uri: WEB,
  code_verifier: VERIFIER,
  ...change,
});

const ofProvider = (provider: Provider): readonly Conforming[] => {
  const { name } = provider;
  const options = known(provider);
  const answer = {
    access_token: 'at-77Yc2LqOxE4k7u',
    token_type: 'Bearer',
    expires_in: 3_600,
    scope: provider.scope,
    id_token: idToken(provider, { at_hash: half('at-77Yc2LqOxE4k7u') }),
  };
  return [
    flow(`${name}: a web application`, signIn(provider), options),
    flow(`${name}: a page with PKCE`, signIn(provider, PKCE), options),
    exchanged(
      `${name}: a page exchanges its code`,
      provider,
      signIn(provider, PKCE),
      grant(provider),
      answer,
      options,
    ),
    exchanged(
      `${name}: a server exchanges its code`,
      provider,
      signIn(provider),
      grant(provider, { client_secret: 's-77Yc2LqOxE4k7u', code_verifier: undefined }),
      {
        ...answer,
        id_token: idToken(provider),
        refresh_token: 'rt-1',
        refresh_expires_in: 1_800,
        'not-before-policy': 0,
      },
      options,
    ),
    flow(
      `${name}: an application on the device`,
      signIn(provider, { ...PKCE, redirect_uri: 'com.budget.app:/oauth2redirect' }),
      options,
    ),
    flow(
      `${name}: a command line on a loopback port`,
      signIn(provider, { ...PKCE, redirect_uri: 'http://127.0.0.1:51234/callback' }),
      options,
    ),
    flow(
      `${name}: a refusal`,
      signIn(provider, PKCE, {
        code: undefined,
        error: 'access_denied',
        error_description: 'The user refused',
      }),
      options,
    ),
    flow(
      `${name}: silently in a frame, without a session`,
      {
        ...signIn(provider, { ...PKCE, prompt: 'none' }, { code: undefined, error: 'login_required' }),
        frame: 7,
      },
      options,
    ),
    flow(
      `${name}: silently in a frame`,
      { ...signIn(provider, { ...PKCE, prompt: 'none' }), frame: 7 },
      options,
    ),
    {
      name: `${name}: an id_token by itself`,
      findings: () => ofToken(idToken(provider), { kind: 'id_token' }),
    },
  ];
};

const OP = PROVIDERS[12] as Provider;
const KEYCLOAK = PROVIDERS[4] as Provider;
const ENTRA = PROVIDERS[2] as Provider;

const hybrid = (name: string, type: string, values: Fields, claims: Json, header: Json = {}): Conforming =>
  flow(
    name,
    {
      authorize: url(OP.endpoint, request(OP, { response_type: type })),
      callback: url(
        WEB,
        { state: STATE, iss: OP.issuer, ...values, id_token: idToken(OP, claims, header) },
        '#',
      ),
    },
    known(OP),
  );

const posted = (
  name: string,
  provider: Provider,
  change: Fields,
  form: Readonly<Record<string, string>>,
): Conforming =>
  flow(
    name,
    {
      authorize: url(provider.endpoint, request(provider, { response_mode: 'form_post', ...change })),
      callback: WEB,
      form,
    },
    known(provider),
  );

const object = (claims: Json = {}, header: Json = {}): string =>
  token(
    {
      iss: CLIENT,
      aud: OP.issuer,
      iat: SECONDS,
      nbf: SECONDS,
      exp: SECONDS + 300,
      jti: 'r-1',
      client_id: CLIENT,
      redirect_uri: WEB,
      response_type: 'code',
      scope: 'openid accounts',
      state: STATE,
      nonce: NONCE,
      ...PKCE,
      ...claims,
    },
    { typ: 'oauth-authz-req+jwt', ...header },
  );

const withObject = (
  name: string,
  claims: Json,
  header: Json,
  beside: Fields = {},
  options: Options = {},
): Conforming =>
  flow(
    name,
    {
      authorize: url(OP.endpoint, {
        client_id: CLIENT,
        response_type: 'code',
        scope: 'openid accounts',
        request: object(claims, header),
        ...beside,
      }),
      callback: url(WEB, { code: CODE, state: STATE, iss: OP.issuer }),
    },
    { issuer: OP.issuer, ...options },
  );

const jwe = (header: Json = {}): string =>
  [
    JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: 'enc-1', ...header }),
    'key',
    'iv',
    'text',
    'tag',
  ]
    .map(base64url)
    .join('.');

const jarm = (claims: Json = {}, header: Json = {}): string =>
  token({ iss: OP.issuer, aud: CLIENT, exp: SECONDS + 300, code: CODE, state: STATE, ...claims }, header);

const byJarm = (name: string, mode: string, mark: '?' | '#', text: string): Conforming =>
  flow(
    name,
    {
      authorize: url(OP.endpoint, request(OP, { response_mode: mode, ...PKCE })),
      callback: url(WEB, { response: text }, mark),
    },
    { issuer: OP.issuer },
  );

const PUSHED = 'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c';

const requests: readonly Conforming[] = (
  [
    ['several prompts', { prompt: 'login consent' }],
    ['prompt=create', { prompt: 'create' }],
    ['prompt=select_account', { prompt: 'select_account' }],
    ['max_age=0', { max_age: '0' }],
    ['ui_locales', { ui_locales: 'de-CH fr en' }],
    ['login_hint', { login_hint: 'jane.doe+test@budget.example' }],
    ['domain_hint', { domain_hint: 'budget.example' }],
    ['kc_idp_hint', { kc_idp_hint: 'github' }],
    ['acr_values', { acr_values: 'urn:mace:incommon:iap:silver urn:mace:incommon:iap:bronze' }],
    [
      'claims with null',
      { claims: '{"userinfo":{"email":null},"id_token":{"auth_time":{"essential":true}}}' },
    ],
    [
      'claims with values',
      { claims: '{"id_token":{"acr":{"values":["1","2"],"essential":false},"sub":{"value":"u-1"}}}' },
    ],
    ['claims of a language', { claims: '{"userinfo":{"family_name#de":{"essential":true}}}' }],
    [
      'authorization_details',
      {
        authorization_details:
          '[{"type":"account_information","actions":["list_accounts"],"locations":["https://api.budget.example"]}]',
      },
    ],
    [
      'authorization_details by Berlin Group',
      { authorization_details: '[{"type":"urn:openbanking:consent","consentId":"c-1"}]' },
    ],
    ['resource', { resource: 'https://api.budget.example/v1' }],
    ['a urn as resource', { resource: 'urn:budget:api' }],
    ['display=popup', { display: 'popup' }],
    ['dpop_jkt', { dpop_jkt: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' }],
    ['a state of 32 hexadecimal digits', { state: '9f86d081884c7d659a2feaa0c55ad015' }],
    ['a state that is a UUID', { state: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }],
    ['a state with a page beside', { state: 'mQ7xT2vB9zLk4HsRd0YwPe|/accounts?tab=2' }],
    ['a state of JSON with a random member', { state: '{"csrf":"mQ7xT2vB9zLk4HsRd0YwPe","to":"/home"}' }],
    [
      'a state of encoded JSON with a random member',
      { state: base64url('{"nonce":"mQ7xT2vB9zLk4HsRd0YwPe","to":"/home"}') },
    ],
    ['a state in base64', { state: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=' }],
    [
      'a state that is a signed token',
      { state: token({ jti: 'mQ7xT2vB9zLk4HsRd0YwPe', ret: '/' }, { alg: 'HS256' }) },
    ],
    ['a state that is encrypted', { state: jwe({ alg: 'dir' }) }],
    ['a nonce with a dot', { nonce: '638412345678901234.MmJhYTQ0NTgtOTY5NC00ZDQ2LWE5ZjMtYjU4N2RkZmY1YjBh' }],
    ['a nonce that is a UUID', { nonce: '9b2d6c1e-7a3f-4e5d-8c9b-0a1b2c3d4e5f' }],
    ['a nonce that is a hash', { nonce: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' }],
    ['a redirect URI with a query', { redirect_uri: `${WEB}?tenant=nord&v=2` }],
    ['a redirect URI with a port', { redirect_uri: 'https://dev.budget.example:8443/cb' }],
    [
      'a redirect URI with an encoded character',
      { redirect_uri: 'https://www.budget.example/login%20page/cb' },
    ],
    ['a redirect URI with a comma', { redirect_uri: 'https://www.budget.example/a,b/cb' }],
    ['a redirect URI of another alphabet', { redirect_uri: 'https://xn--bcher-kva.example/cb' }],
    ['a redirect URI on localhost', { redirect_uri: 'http://localhost:4200/callback' }],
    ['a redirect URI on [::1]', { redirect_uri: 'http://[::1]:8080/cb', ...PKCE }],
    [
      'a redirect URI of an extension',
      { redirect_uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/', ...PKCE },
    ],
    [
      'a redirect URI of Android',
      { redirect_uri: 'com.googleusercontent.apps.123-abc:/oauth2redirect', ...PKCE },
    ],
    ['a redirect URI that is a bare host', { redirect_uri: 'https://www.budget.example' }],
    ['a client that is a URL', { client_id: 'https://www.budget.example/client.json' }],
    ['a client of numbers', { client_id: '123456789012' }],
    ['a client with a dot', { client_id: '123-abc.apps.googleusercontent.com' }],
    ['a client in a namespace', { client_id: 'urn:budget:web' }],
    ['my-client', { client_id: 'my-client' }],
    ['a client called test', { client_id: 'test' }],
    ['a scope of a URL', { scope: 'openid https://api.budget.example/read:all' }],
    ['a scope with punctuation', { scope: 'openid payment:initiate(eur)/v1.0!~' }],
    ['a scope of Open Banking', { scope: 'openid accounts payments fundsconfirmations' }],
    ['a scope of a Berlin Group consent', { scope: 'openid AIS:7f3a2b1c-0d4e-4f5a-8b6c-9d0e1f2a3b4c' }],
    ['a parameter of its own', { kc_action: 'UPDATE_PASSWORD', 'ext-tenant': '7' }],
    ['a parameter in camelCase of its own', { sessionId: 'abc', orgName: 'Budget', loginType: 'mfa' }],
    ['a session that is named', { session_state: 'a', connection: 'google-oauth2', organization: 'org_1' }],
  ] as readonly (readonly [string, Fields])[]
).map(([name, change]) =>
  flow(
    name,
    {
      authorize: url(OP.endpoint, request(OP, change)),
      callback: url(change.redirect_uri ?? WEB, { code: CODE, state: change.state ?? STATE, iss: OP.issuer }),
    },
    known(OP),
  ),
);

const CONSENT = {
  claims: {
    id_token: {
      openbanking_intent_id: { value: 'aac-7f3a', essential: true },
      acr: { essential: true, values: ['urn:openbanking:psd2:sca', 'urn:openbanking:psd2:ca'] },
    },
    userinfo: { openbanking_intent_id: { value: 'aac-7f3a', essential: true } },
  },
};

const fapi1 = (
  name: string,
  claims: Json,
  choice: 'fapi1' | 'obuk',
  answer: Json,
  header: Json = {},
): Conforming =>
  flow(
    name,
    {
      authorize: url(OP.endpoint, {
        client_id: CLIENT,
        response_type: 'code id_token',
        scope: 'openid accounts',
        request: object({ response_type: 'code id_token', ...claims }, header),
      }),
      callback: url(
        WEB,
        {
          code: CODE,
          state: STATE,
          id_token: token(
            {
              iss: OP.issuer,
              sub: 'aac-7f3a',
              aud: CLIENT,
              iat: SECONDS,
              exp: SECONDS + 3_600,
              nonce: NONCE,
              c_hash: half(CODE),
              s_hash: half(STATE),
              ...answer,
            },
            { alg: header.alg ?? 'PS256' },
          ),
        },
        '#',
      ),
    },
    { issuer: OP.issuer, choice },
  );

const fapi2Push = (fields: Fields = {}): Partial<Call> => ({
  method: 'POST',
  url: 'https://op.budget.example/request',
  encoding: 'form',
  fields: fieldsIn('form', {
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: WEB,
    scope: 'accounts',
    state: STATE,
    ...PKCE,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: token({
      iss: CLIENT,
      sub: CLIENT,
      aud: OP.issuer,
      jti: 'a-1',
      iat: SECONDS,
      exp: SECONDS + 60,
    }),
    ...fields,
  }),
});

const special: readonly Conforming[] = [
  hybrid('code id_token', 'code id_token', { code: CODE }, { c_hash: half(CODE) }),
  hybrid(
    'code id_token with s_hash',
    'code id_token',
    { code: CODE },
    { c_hash: half(CODE), s_hash: half(STATE) },
  ),
  hybrid('id_token alone', 'id_token', {}, {}),
  hybrid('ES256', 'code id_token', { code: CODE }, { c_hash: half(CODE) }, { alg: 'ES256' }),
  hybrid(
    'ES384 with its hash',
    'code id_token',
    { code: CODE },
    { c_hash: half(CODE, 'sha384') },
    { alg: 'ES384' },
  ),
  hybrid(
    'RS512 with its hash',
    'code id_token',
    { code: CODE },
    { c_hash: half(CODE, 'sha512') },
    { alg: 'RS512' },
  ),
  hybrid(
    'several audiences',
    'code id_token',
    { code: CODE },
    { aud: [CLIENT, 'https://api.budget.example'], azp: CLIENT, c_hash: half(CODE) },
  ),
  hybrid('one audience in a list', 'code id_token', { code: CODE }, { aud: [CLIENT], c_hash: half(CODE) }),
  hybrid('a clock that is two seconds ahead', 'id_token', {}, { iat: SECONDS + 3 }),
  hybrid('an id_token of an hour ago under max_age', 'id_token', {}, { auth_time: SECONDS - 10 }),
  posted('a form', OP, {}, { code: CODE, state: STATE, iss: OP.issuer }),
  posted(
    'a form from Apple',
    PROVIDERS[6] as Provider,
    { scope: 'name email', nonce: NONCE },
    { code: 'c1.0.srwtz.Xk2', state: STATE, user: '{"name":{"firstName":"Jane"}}' },
  ),
  posted('a form with an error', OP, {}, { error: 'access_denied', state: STATE, iss: OP.issuer }),
  posted(
    'a form with an id_token of Entra',
    ENTRA,
    { response_type: 'id_token', state: STATE },
    { id_token: idToken(ENTRA), state: STATE, session_state: 'd7' },
  ),
  posted(
    'a form of ASP.NET Core',
    KEYCLOAK,
    { response_type: 'code id_token', state: 'CfDJ8Nf3x_Zk3vQ1x8T0yWm5bR7cN2dLmQ7xT2vB9z' },
    {
      code: CODE,
      id_token: idToken(KEYCLOAK, { c_hash: half(CODE) }),
      state: 'CfDJ8Nf3x_Zk3vQ1x8T0yWm5bR7cN2dLmQ7xT2vB9z',
      session_state: 'x',
      iss: KEYCLOAK.issuer,
    },
  ),
  withObject('a signed request object', {}, {}),
  withObject('a request object without type', {}, { typ: undefined }),
  withObject('a request object with the type JWT', {}, { typ: 'JWT' }),
  withObject('a request object for several audiences', { aud: [OP.issuer, `${OP.issuer}/token`] }, {}),
  withObject('a request object under the client secret', {}, { alg: 'HS256', kid: undefined }),
  withObject('a request object of EdDSA', {}, { alg: 'EdDSA' }),
  withObject('a request object of RFC 9101 alone', {}, {}, { response_type: undefined, scope: undefined }),
  flow('a silent request by web_message without a session, its error sent by a page with 400', {
    authorize: url(
      OP.endpoint,
      request(OP, { ...PKCE, prompt: 'none', response_mode: 'web_message', redirect_uri: WEB }),
    ),
    status: 400,
    frame: 7,
  }),
  withObject('an encrypted request object', {}, {}, { request: jwe() }),
  withObject('a request object with state beside it', { state: undefined }, {}, { state: STATE }),
  withObject(
    'a request object with the same parameters beside it',
    {},
    {},
    { state: STATE, nonce: NONCE, redirect_uri: WEB },
  ),
  withObject('claims in a request object', { claims: { userinfo: { email: null } }, max_age: 300 }, {}),
  flow('a request by reference', {
    authorize: url(OP.endpoint, {
      client_id: CLIENT,
      response_type: 'code',
      scope: 'openid',
      request_uri: 'https://www.budget.example/ro/7f3a',
    }),
    callback: url(WEB, { code: CODE, state: STATE }),
  }),
  flow(
    'a pushed request',
    {
      authorize: url(OP.endpoint, { client_id: CLIENT, request_uri: PUSHED }),
      callback: url(WEB, { code: CODE, state: STATE, iss: OP.issuer }),
    },
    known(OP),
  ),
  flow(
    'a pushed request without state',
    {
      authorize: url(OP.endpoint, { client_id: CLIENT, request_uri: PUSHED }),
      callback: url(WEB, { code: CODE, iss: OP.issuer }),
    },
    known(OP),
  ),
  flow(
    'a pushed request that is answered by a fragment',
    {
      authorize: url(OP.endpoint, { client_id: CLIENT, request_uri: PUSHED }),
      callback: url(WEB, { code: CODE, state: STATE, id_token: idToken(OP, { c_hash: half(CODE) }) }, '#'),
    },
    { issuer: OP.issuer },
  ),
  flow(
    'a pushed request that is answered by JARM',
    {
      authorize: url(OP.endpoint, { client_id: CLIENT, request_uri: PUSHED }),
      callback: url(WEB, { response: jarm() }),
    },
    { issuer: OP.issuer },
  ),
  byJarm('JARM in a query', 'query.jwt', '?', jarm()),
  byJarm('JARM in a fragment', 'fragment.jwt', '#', jarm()),
  byJarm('JARM by default', 'jwt', '?', jarm()),
  byJarm('JARM with an error', 'jwt', '?', jarm({ code: undefined, error: 'access_denied' })),
  byJarm('JARM with iat', 'jwt', '?', jarm({ iat: SECONDS })),
  byJarm('JARM that is encrypted', 'query.jwt', '?', jwe()),
  byJarm('JARM by ES256', 'query.jwt', '?', jarm({}, { alg: 'ES256' })),
  fapi1('FAPI 1.0 Advanced', {}, 'fapi1', {}),
  fapi1('FAPI 1.0 Advanced by ES256', {}, 'fapi1', {}, { alg: 'ES256' }),
  fapi1('Open Banking UK', CONSENT, 'obuk', {
    openbanking_intent_id: 'aac-7f3a',
    acr: 'urn:openbanking:psd2:sca',
  }),
  flow(
    'FAPI 1.0 Advanced by JARM',
    {
      authorize: url(OP.endpoint, {
        client_id: CLIENT,
        response_type: 'code',
        scope: 'openid accounts',
        request: object({ response_mode: 'jwt' }),
      }),
      callback: url(WEB, { response: jarm() }),
    },
    { issuer: OP.issuer, choice: 'fapi1' },
  ),
  flow(
    'FAPI 2.0',
    {
      authorize: url(OP.endpoint, { client_id: CLIENT, request_uri: PUSHED }),
      callback: url(WEB, { code: CODE, state: STATE, iss: OP.issuer }),
    },
    { issuer: OP.issuer, choice: 'fapi2' },
  ),
  flow(
    'FAPI 2.0 refused',
    {
      authorize: url(OP.endpoint, { client_id: CLIENT, request_uri: PUSHED }),
      callback: url(WEB, { error: 'access_denied', state: STATE, iss: OP.issuer }),
    },
    { issuer: OP.issuer, choice: 'fapi2' },
  ),
  {
    name: 'a pushed request with private_key_jwt',
    findings: () =>
      ofCall({
        profileId: 'openid',
        ...fapi2Push(),
        status: 201,
        body: `{"request_uri":"${PUSHED}","expires_in":90}`,
      } as Call),
  },
  {
    name: 'a pushed request under FAPI 2.0',
    findings: () =>
      ofCall(
        {
          profileId: 'openid',
          ...fapi2Push(),
          status: 201,
          body: `{"request_uri":"${PUSHED}","expires_in":90}`,
        } as Call,
        { choice: 'fapi2' },
      ),
  },
  {
    name: 'a pushed request with Basic',
    findings: () =>
      ofCall({
        profileId: 'openid',
        ...fapi2Push({ client_assertion: undefined, client_assertion_type: undefined }),
        headers: undefined,
        status: 201,
        body: `{"request_uri":"${PUSHED}","expires_in":90}`,
        fields: [
          ...(fapi2Push({ client_assertion: undefined, client_assertion_type: undefined }).fields ?? []),
          { in: 'header', name: 'Authorization', value: 'Basic YnVkZ2V0OnMz' },
        ],
      } as unknown as Call),
  },
  ...(
    [
      [
        'a refresh',
        { grant_type: 'refresh_token', refresh_token: 'rt-1', client_id: CLIENT },
        { access_token: 'a', token_type: 'bearer', expires_in: 300, refresh_token: 'rt-2' },
      ],
      [
        'client credentials',
        { grant_type: 'client_credentials', scope: 'accounts', client_id: CLIENT, client_secret: 's' },
        { access_token: 'a', token_type: 'Bearer', expires_in: 300 },
      ],
      [
        'a device that asks',
        { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'd-1', client_id: CLIENT },
        { access_token: 'a', token_type: 'Bearer', expires_in: 300 },
      ],
      [
        'CIBA',
        {
          grant_type: 'urn:openid:params:grant-type:ciba',
          auth_req_id: '1c266114-a1be-4252-8ad1-04986c5b9ac1',
          client_id: CLIENT,
          client_secret: 's',
        },
        { access_token: 'a', token_type: 'Bearer', expires_in: 300 },
      ],
      [
        'a token that is exchanged',
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: 'x',
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          client_id: CLIENT,
          client_secret: 's',
        },
        {
          access_token: 'a',
          token_type: 'N_A',
          issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          expires_in: 300,
        },
      ],
      [
        'an assertion for a user',
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: token({ iss: CLIENT, sub: 'u', aud: OP.token, exp: SECONDS + 60 }),
        },
        { access_token: 'a', token_type: 'Bearer', expires_in: 300 },
      ],
      [
        'private_key_jwt',
        {
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: token({ iss: CLIENT, sub: CLIENT, aud: OP.token, jti: 'a', exp: SECONDS + 60 }),
          scope: 'accounts',
        },
        { access_token: 'a', token_type: 'Bearer', expires_in: 300 },
      ],
      [
        'an answer with a DPoP token',
        { grant_type: 'refresh_token', refresh_token: 'rt-1', client_id: CLIENT },
        { access_token: 'a', token_type: 'DPoP', expires_in: 300 },
      ],
      [
        'an answer without a lifetime',
        { grant_type: 'refresh_token', refresh_token: 'rt-1', client_id: CLIENT },
        { access_token: 'a', token_type: 'Bearer' },
      ],
    ] as readonly (readonly [string, Fields, Json])[]
  ).map(
    ([name, fields, body]): Conforming => ({
      name,
      findings: () =>
        ofCall({
          profileId: 'openid',
          method: 'POST',
          url: OP.token,
          encoding: 'form',
          fields: fieldsIn('form', fields),
          body: JSON.stringify(body),
          contentType: 'application/json',
        }),
    }),
  ),
  flow('GitHub', {
    authorize: url('https://github.com/login/oauth/authorize', {
      client_id: 'Iv1.8a61f9b3a7aba766',
      redirect_uri: WEB,
      scope: 'read:user user:email',
      state: STATE,
      allow_signup: 'false',
      response_type: 'code',
    }),
    callback: url(WEB, { code: 'b9e5c6a7d8f901234567', state: STATE }),
  }),
  flow('Slack', {
    authorize: url('https://slack.com/openid/connect/authorize', {
      response_type: 'code',
      client_id: '2537.4711',
      redirect_uri: WEB,
      scope: 'openid email',
      state: STATE,
      nonce: NONCE,
      team: 'T1',
    }),
    callback: url(WEB, { code: '2537.4711.8815aa', state: STATE }),
  }),
  flow('LinkedIn', {
    authorize: url('https://www.linkedin.com/oauth/v2/authorization', {
      response_type: 'code',
      client_id: '77abc',
      redirect_uri: WEB,
      scope: 'r_liteprofile w_member_social',
      state: STATE,
    }),
    callback: url(WEB, { code: 'AQTxk2', state: STATE }),
  }),
  flow('Facebook', {
    authorize: url('https://www.facebook.com/v19.0/dialog/oauth', {
      response_type: 'code',
      client_id: '1234567890',
      redirect_uri: WEB,
      scope: 'public_profile,email',
      state: STATE,
    }),
    callback: `${url(WEB, { code: 'AQBx7', state: STATE })}#_=_`,
  }),
  flow('Spotify', {
    authorize: url('https://accounts.spotify.com/authorize', {
      response_type: 'code',
      client_id: 'c1',
      redirect_uri: WEB,
      scope: 'user-read-private',
      state: STATE,
      ...PKCE,
      show_dialog: 'true',
    }),
    callback: url(WEB, { code: 'NApCCg..BkWtQ', state: STATE }),
  }),
  flow('Discord', {
    authorize: url('https://discord.com/oauth2/authorize', {
      response_type: 'code',
      client_id: '157730590492196864',
      redirect_uri: WEB,
      scope: 'identify guilds.join',
      state: STATE,
      prompt: 'consent',
    }),
    callback: url(WEB, { code: 'NhhvTDYsFcdgNLnnLijcl7Ku7bEEeee', state: STATE }),
  }),
  flow(
    'response_type none',
    {
      authorize: url(OP.endpoint, request(OP, { response_type: 'none' })),
      callback: url(WEB, { state: STATE, iss: OP.issuer }),
    },
    known(OP),
  ),
  flow('ConnectPay', {
    authorize: connectpayUrl(),
    callback: url('https://www.budget.example/login/callback', {
      code: '0f2a7c1e-4b61-4a44-9d2b-98f0b1f3c001',
      state: 'uV4c1YdQe8pWzK6mTn0RbA',
      flowid: 'GetPSD2AuthCode',
    }),
  }),
  flow('ConnectPay by 301, as it does', {
    authorize: connectpayUrl({ scope: 'psd2-ais psd2-pis' }),
    callback: url('https://www.budget.example/login/callback', {
      code: '0f2a7c1e-4b61-4a44-9d2b-98f0b1f3c001',
      state: 'uV4c1YdQe8pWzK6mTn0RbA',
      flowid: 'GetPSD2AuthCode',
    }),
  }),
  flow('ConnectPay with flowId', {
    authorize: connectpayUrl({ flowid: undefined, flowId: 'GetPSD2AuthCode' }),
    callback: url('https://www.budget.example/login/callback', {
      code: '0f2a7c1e-4b61-4a44-9d2b-98f0b1f3c001',
      state: 'uV4c1YdQe8pWzK6mTn0RbA',
      flowId: 'GetPSD2AuthCode',
    }),
  }),
  flow('ConnectPay that was refused', {
    authorize: connectpayUrl(),
    callback: url('https://www.budget.example/login/callback', {
      error: 'access_denied',
      state: 'uV4c1YdQe8pWzK6mTn0RbA',
      flowid: 'GetPSD2AuthCode',
    }),
  }),
  flow('ConnectPay for proprietary scopes', {
    authorize: connectpayUrl({ scope: 'ob-as ob-ps:authz-nosca' }),
  }),
  flow('Leatherback', {
    authorize: leatherbackUrl(),
    callback: url('https://www.budget.example/login/callback', {
      authorizationCode: 'lb_c-77Yc2LqOxE4k7u',
      state: 'uV4c1YdQe8pWzK6mTn0RbA',
    }),
  }),
  flow('Leatherback with times', {
    authorize: leatherbackUrl({
      iat: SECONDS,
      nbf: SECONDS,
      exp: SECONDS + 600,
      iss: '0B1C2D3E4F5061728394A5B6C7D8E9F0',
    }),
  }),
  flow('Leatherback with an essential consent', {
    authorize: leatherbackUrl({
      claims: {
        id_token: {
          openbanking_intent_id: { value: '1f6c2f0b-8b3a-4f52-a3a7-6a4b8f5c9d10', essential: true },
        },
      },
    }),
  }),
  ...(
    [
      [
        'a client token',
        '/auth/token',
        'form',
        { grant_type: 'client_credentials', client_id: 'C', password: 'x', scope: 'account' },
        '{"access_token":"a","token_type":"Bearer","expires_in":63919}',
      ],
      [
        'a consent',
        '/account-access-consents',
        'json',
        {
          'Data.Permissions': '["ReadAccountsBasic","ReadBeneficiariesBasic","ReadBeneficiariesDetail"]',
          'Data.ExpirationDateTime': '2027-06-30T08:38:43.527Z',
          'Data.TransactionFromDateTime': '2026-06-30T08:38:43.527Z',
          'Data.TransactionToDateTime': '2027-06-30T08:38:43.527Z',
          Risk: '{}',
        },
        '{"Data":{"ConsentId":"1f6c"}}',
      ],
      [
        'a consent with an offset',
        '/account-access-consents',
        'json',
        {
          'Data.Permissions': '["ReadAccountsDetail"]',
          'Data.ExpirationDateTime': '2027-06-30T08:38:43+02:00',
          'Data.TransactionFromDateTime': '2026-06-30T08:38:43.5270000Z',
          'Data.TransactionToDateTime': '2026-12-30T08:38:43Z',
          Risk: '{}',
        },
        '{"Data":{"ConsentId":"1f6c"}}',
      ],
      [
        'an exchange',
        '/auth/token',
        'form',
        { grant_type: 'authorization_code', code: 'c', client_id: 'C', password: 'x', scope: 'account' },
        '{"access_token":"a","token_type":"Bearer","expires_in":39361,"id_token":"oa_stg_77","access_token_id":"7"}',
      ],
    ] as readonly (readonly [string, string, string, Fields, string])[]
  ).map(
    ([name, path, place, fields, body]): Conforming => ({
      name: `Leatherback: ${name}`,
      findings: () =>
        ofCall({
          profileId: 'leatherback',
          method: 'POST',
          url: `https://api-openbanking.leatherback.co${path}`,
          encoding: place as 'form' | 'json',
          fields: fieldsIn(place, fields),
          body,
        }),
    }),
  ),
  ...(
    [
      [
        'a client token',
        'POST',
        'https://sandbox.finapi.io/api/v2/oauth/token',
        'form',
        { grant_type: 'client_credentials', client_id: 'c', client_secret: 's' },
        '{"access_token":"a","token_type":"bearer","expires_in":3599,"scope":"all"}',
      ],
      [
        'a token that does not expire',
        'POST',
        'https://sandbox.finapi.io/api/v2/oauth/token',
        'form',
        { grant_type: 'client_credentials', client_id: 'c', client_secret: 's' },
        '{"access_token":"a","token_type":"bearer","expires_in":0,"scope":"all"}',
      ],
      [
        'a user token',
        'POST',
        'https://sandbox.finapi.io/api/v2/oauth/token',
        'form',
        { grant_type: 'password', client_id: 'c', client_secret: 's', username: 'u-1', password: 'p' },
        '{"access_token":"a","token_type":"bearer","expires_in":3599,"refresh_token":"r","scope":"all"}',
      ],
      [
        'a refresh',
        'POST',
        'https://sandbox.finapi.io/api/v2/oauth/token',
        'form',
        { grant_type: 'refresh_token', client_id: 'c', client_secret: 's', refresh_token: 'r' },
        '{"access_token":"a","token_type":"bearer","expires_in":3599}',
      ],
      [
        'a user',
        'POST',
        'https://sandbox.finapi.io/api/v2/users',
        'json',
        { id: 'jane.doe_1-x+y@z', password: 'hunter22' },
        '{"id":"jane.doe_1-x+y@z","password":"hunter22"}',
      ],
      [
        'a user without id',
        'POST',
        'https://sandbox.finapi.io/api/v2/users',
        'json',
        { isAutoUpdateEnabled: 'true' },
        '{"id":"x"}',
      ],
      [
        'a process',
        'POST',
        'https://di-processctl-finapi-general-sandbox.finapi.io/api/v1/processes',
        'json',
        {
          clientId: 'c',
          clientSecret: 's',
          processId: 'USER_ONLY',
          'clientReferences.0.clientReference': 'r-1',
          'clientReferences.1.clientReference': 'r-2',
        },
        '{"processes":[{"clientReference":"r-2","processToken":"t2"},{"clientReference":"r-1","processToken":"t1"}]}',
      ],
      [
        'a process token',
        'GET',
        'https://di-processctl-finapi-general-sandbox.finapi.io/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002?invalidate=true',
        'none',
        {},
        '{"accessToken":"a"}',
      ],
      ['deleting a user', 'DELETE', 'https://sandbox.finapi.io/api/v2/users', 'none', {}, ''],
    ] as readonly (readonly [string, string, string, string, Fields, string])[]
  ).map(
    ([name, method, address, place, fields, body]): Conforming => ({
      name: `finAPI: ${name}`,
      findings: () =>
        ofCall({
          profileId: 'finapi',
          method,
          url: address,
          encoding: place as 'form',
          fields: fieldsIn(place, fields),
          body,
        }),
    }),
  ),
  ...(
    [
      ['the current user', 'GET', 'v3.0.0/users/current', {}],
      [
        'a user with access',
        'POST',
        'v5.1.0/banks/b/accounts/a/views/owner/user-account-access',
        {
          username: '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
          provider: 'dauth.ETHEREUM',
          view_id: 'owner',
        },
      ],
      [
        'access',
        'POST',
        'v5.1.0/banks/b/accounts/a/views/owner/account-access/grant',
        { user_id: 'u', view_id: '_custom' },
      ],
      [
        'no access',
        'POST',
        'v5.1.0/banks/b/accounts/a/views/owner/account-access/revoke',
        { user_id: 'u', view_id: 'owner' },
      ],
      [
        'access at 4.0.0',
        'POST',
        'v4.0.0/banks/b/accounts/a/account-access/grant',
        { user_id: 'u', 'view.view_id': 'owner', 'view.is_system': 'true' },
      ],
      [
        'a user with access at 4.0.0',
        'POST',
        'v4.0.0/banks/b/accounts/a/user-account-access',
        {
          username: '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
          provider: 'dauth.ETHEREUM',
          'views.0.view_id': 'owner',
          'views.0.is_system': 'true',
        },
      ],
    ] as readonly (readonly [string, string, string, Fields])[]
  ).map(
    ([name, method, path, body]): Conforming => ({
      name: `OBP: ${name}`,
      findings: () =>
        ofCall({
          profileId: 'obp',
          method,
          url: `https://obp.example/obp/${path}`,
          encoding: method === 'POST' ? 'json' : 'none',
          fields: [{ in: 'header', name: 'DAuth', value: dauthToken() }, ...fieldsIn('json', body)],
        }),
    }),
  ),
];

/** Everything that conforms: at each provider, with each parameter, and what is rarer. */
export const CONFORMING: readonly Conforming[] = [...PROVIDERS.flatMap(ofProvider), ...requests, ...special];
