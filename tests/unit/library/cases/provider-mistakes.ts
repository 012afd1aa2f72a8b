import {
  type Call,
  type Fields,
  fieldsIn,
  type Json,
  NOW,
  type Options,
  ofCall,
  ofJourney,
  SECONDS,
  token,
  url,
} from '../support/journeys.ts';
import { APP, type Mistake, STATE } from '../support/sound.ts';

type Extra = Pick<Mistake, 'also'> & Options;

const CONNECTPAY = {
  response_type: 'code',
  client_id: '5b0de7d2-3f13-4b8b-b0d5-0d6c4f1c7a92',
  flowid: 'GetPSD2AuthCode',
  nonce: '2c1a6f0e-9d9f-4c7e-8f3b-1f4f3a7c5d21',
  scope: 'psd2-ais',
  state: STATE,
  redirect_url: APP,
} as const;

const STAGE = 'https://auth-stage.connectpay.com/auth/v1/oauth2/authorize';

export const connectpayUrl = (change: Fields = {}): string => url(STAGE, { ...CONNECTPAY, ...change });

const cp = (rule: string, name: string, change: Fields, { also, ...options }: Extra = {}): Mistake => ({
  rule,
  name: `ConnectPay: ${name}`,
  findings: () => ofJourney({ authorize: connectpayUrl(change) }, options),
  ...(also ? { also } : {}),
});

const cpAnswer = (rule: string, name: string, change: Fields): Mistake => ({
  rule,
  name: `ConnectPay: ${name}`,
  findings: () =>
    ofJourney({
      authorize: connectpayUrl(),
      callback: url(APP, {
        code: '0f2a7c1e-4b61-4a44-9d2b-98f0b1f3c001',
        state: STATE,
        flowid: 'GetPSD2AuthCode',
        ...change,
      }),
    }),
});

const CONSENT_ID = '1f6c2f0b-8b3a-4f52-a3a7-6a4b8f5c9d10';

const LEATHERBACK = {
  response_type: 'code id_token',
  client_id: '0B1C2D3E4F5061728394A5B6C7D8E9F0',
  redirect_uri: APP,
  scope: 'accounts',
  claims: { id_token: { openbanking_intent_id: { value: CONSENT_ID } } },
} as const;

const DEV = 'https://app-leatherback-openbanking-dev.azurewebsites.net/';

export const leatherbackUrl = (claims: Json = {}, header: Json = {}, beside: Fields = {}): string =>
  url(DEV, { request: token({ ...LEATHERBACK, ...claims }, header), state: STATE, ...beside });

const lb = (
  rule: string,
  name: string,
  claims: Json,
  header: Json = {},
  also: readonly string[] = [],
  beside: Fields = {},
): Mistake => ({
  rule,
  name: `Leatherback: ${name}`,
  findings: () => ofJourney({ authorize: leatherbackUrl(claims, header, beside) }),
  also,
});

const lbCall = (
  rule: string,
  name: string,
  path: string,
  place: string,
  fields: Fields,
  also: readonly string[] = [],
): Mistake => ({
  rule,
  name: `Leatherback: ${name}`,
  findings: () =>
    ofCall({
      profileId: 'leatherback',
      method: 'POST',
      url: `https://api-openbanking.leatherback.co${path}`,
      encoding: place as 'form' | 'json',
      fields: fieldsIn(place, fields),
    }),
  also,
});

const lbConsent = (name: string, rule: string, change: Fields): Mistake =>
  lbCall(rule, name, '/account-access-consents', 'json', {
    'Data.Permissions': '["ReadAccountsBasic","ReadAccountsDetail"]',
    'Data.ExpirationDateTime': '2027-04-01T00:00:00.000Z',
    'Data.TransactionFromDateTime': '2026-01-01T00:00:00.000Z',
    'Data.TransactionToDateTime': '2027-01-01T00:00:00.000Z',
    ...change,
  });

const FINAPI = 'https://sandbox.finapi.io';
const PROCESS = 'https://di-processctl-finapi-general-sandbox.finapi.io';

const fa = (
  rule: string,
  name: string,
  call: Omit<Call, 'profileId'>,
  also: readonly string[] = [],
): Mistake => ({
  rule,
  name: `finAPI: ${name}`,
  findings: () => ofCall({ profileId: 'finapi', ...call }),
  also,
});

const faToken = (rule: string, name: string, fields: Fields, also: readonly string[] = []): Mistake =>
  fa(
    rule,
    name,
    {
      method: 'POST',
      url: `${FINAPI}/api/v2/oauth/token`,
      encoding: 'form',
      fields: fieldsIn('form', fields),
    },
    also,
  );

const CLIENT_GRANT = { grant_type: 'client_credentials', client_id: 'fa-1', client_secret: 'fs-1' } as const;
const USER_GRANT = {
  grant_type: 'password',
  client_id: 'fa-1',
  client_secret: 'fs-1',
  username: 'u-1',
  password: 'p-1',
} as const;

const DAUTH = {
  smart_contract_address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  network_name: 'ETHEREUM',
  msg_sender: '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  consumer_key: '0x1234a4ec31e89cea54d1f125db7536e874ab4a96b4d4f6438668b6bb10a6adb0',
  timestamp: new Date(NOW).toISOString(),
  request_id: '0x76876987694328763492876348928736497869273649aa',
  exp: SECONDS + 600,
  jti: 'req-1',
} as const;

export const dauthToken = (claims: Json = {}, header: Json = {}): string =>
  token({ ...DAUTH, ...claims }, { alg: 'RS256', typ: 'JWT', kid: undefined, ...header });

const OBP = 'https://obp.example/obp';
const CURRENT = `${OBP}/v3.0.0/users/current`;

const da = (
  rule: string,
  name: string,
  claims: Json,
  header: Json = {},
  call: Partial<Call> = {},
  also: readonly string[] = [],
): Mistake => ({
  rule,
  name: `DAuth: ${name}`,
  findings: () =>
    ofCall({
      profileId: 'obp',
      method: 'GET',
      url: CURRENT,
      fields: [{ in: 'header', name: 'DAuth', value: dauthToken(claims, header) }],
      ...call,
    }),
  also,
});

const daHeader = (rule: string, name: string, headers: Fields, also: readonly string[] = []): Mistake =>
  da(rule, name, {}, {}, { fields: fieldsIn('header', headers) }, also);

const daBody = (
  rule: string,
  name: string,
  path: string,
  body: Fields,
  also: readonly string[] = [],
): Mistake =>
  da(
    rule,
    name,
    {},
    {},
    {
      method: 'POST',
      url: `${OBP}/${path}`,
      encoding: 'json',
      fields: [{ in: 'header', name: 'DAuth', value: dauthToken() }, ...fieldsIn('json', body)],
    },
    also,
  );

const ACCOUNT = 'banks/gh.29.uk/accounts/8ca8a7e4';
const OTHER_USER = '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb';

/** What is sent to providers with rules of their own, each with one mistake. */
export const PROVIDER_MISTAKES: readonly Mistake[] = [
  cp('CP01', 'redirect_uri for redirect_url', { redirect_url: undefined, redirect_uri: APP }),
  cp('CP01', 'no redirect_url', { redirect_url: undefined }),
  cp('CP01', 'redirect_url without a value', { redirect_url: '' }, { also: ['AR06'] }),
  cp('CP01', 'redirectUrl', { redirect_url: undefined, redirectUrl: APP }),
  cp('CP01', 'RedirectUrl', { redirect_url: undefined, RedirectUrl: APP }, { also: ['AR37'] }),
  cp('CP02', 'a query in redirect_url', { redirect_url: `${APP}?lang=de` }),
  cp('CP02', 'a lone question mark', { redirect_url: `${APP}?` }),
  cp('CP03', 'no nonce', { nonce: undefined }),
  cp('CP03', 'a nonce of version 1', { nonce: 'c232ab00-9414-11ec-b3c8-9f6bdeced846' }),
  cp('CP03', 'a nonce without hyphens', { nonce: '2c1a6f0e9d9f4c7e8f3b1f4f3a7c5d21' }),
  cp('CP03', 'a nonce in braces', { nonce: '{2c1a6f0e-9d9f-4c7e-8f3b-1f4f3a7c5d21}' }),
  cp('CP03', 'a random nonce', { nonce: 'jX2sLh7GfE5vBq9NwC3yMo' }),
  cp('CP03', 'an empty UUID', { nonce: '00000000-0000-0000-0000-000000000000' }),
  cp('CP04', 'no flowid', { flowid: undefined }),
  cp('CP04', 'another flowid', { flowid: 'CreateAndAuthorizePSD2AISConsent' }),
  cp('CP04', 'flowid in lower case', { flowid: 'getpsd2authcode' }),
  cp('CP04', 'FlowID', { flowid: undefined, FlowID: 'GetPSD2AuthCode' }),
  cp('CP04', 'flow_id', { flowid: undefined, flow_id: 'GetPSD2AuthCode' }),
  cp('CP05', 'PSD2 and proprietary scopes', { scope: 'psd2-ais ob-as' }),
  {
    rule: 'CP08',
    name: 'ConnectPay: an iframe',
    findings: () => ofJourney({ authorize: connectpayUrl(), frame: 5 }),
  },
  cp('CP09', 'psd2-asi', { scope: 'psd2-asi' }),
  cp('CP09', 'PSD2-AIS', { scope: 'PSD2-AIS' }),
  cp('CP09', 'psd2_ais', { scope: 'psd2_ais psd2_pis' }),
  cp('CP09', 'a comma between scopes', { scope: 'psd2-ais,psd2-pis' }),
  cp('CP09', 'openid', { scope: 'psd2-ais openid' }),
  cp('CP09', 'no scope', { scope: undefined }),
  cp('CP10', 'code id_token', { response_type: 'code id_token' }, { also: ['AR13', 'AR17'] }),
  cp('AR01', 'no response_type', { response_type: undefined }),
  cp('AR02', 'no client_id', { client_id: undefined }),
  cp('AR02', 'ApplicationID', { client_id: undefined, ApplicationID: CONNECTPAY.client_id }),
  cp('AR14', 'no state', { state: undefined }),
  cp('AR15', 'a state that is a number', { state: '12345678' }),
  cp('AR06', 'a redirect_url without scheme', { redirect_url: 'www.budget.example/login/callback' }),
  cp('AR06', 'a redirect_url with a fragment', { redirect_url: `${APP}#done` }),
  cp('AR07', 'a redirect_url over http', { redirect_url: 'http://www.budget.example/cb' }),
  cpAnswer('CP07', 'no flowid in the callback', { flowid: undefined }),
  cpAnswer('CP07', 'another flowid in the callback', { flowid: 'GetCardAuthCode' }),
  cpAnswer('CB01', 'no state in the callback', { state: undefined }),
  cpAnswer('CB01', 'another state in the callback', { state: 'kQ3nVb7XyT1rLe5WpZ8uMd' }),
  cpAnswer('CB02', 'a code beside an error', { error: 'access_denied' }),
  lb('LB01', 'HS256', {}, { alg: 'HS256' }, ['JW04']),
  lb('LB01', 'RS256', {}, { alg: 'RS256' }),
  lb('LB01', 'no kid', {}, { kid: undefined }),
  lb('LB01', 'an empty kid', {}, { kid: '' }),
  lb('LB02', 'no consent', { claims: undefined }),
  lb('LB02', 'the consent as consent_id', { claims: { id_token: { consent_id: { value: CONSENT_ID } } } }),
  lb('LB02', 'a consent without value', {
    claims: { id_token: { openbanking_intent_id: { essential: true } } },
  }),
  lb('LB02', 'the consent under userinfo', {
    claims: { userinfo: { openbanking_intent_id: { value: CONSENT_ID } } },
  }),
  lb('RO18', 'a flat consent', { claims: undefined, openbanking_intent_id: CONSENT_ID }),
  lb('RO18', 'a consent as text', { claims: { id_token: { openbanking_intent_id: CONSENT_ID } } }, {}, [
    'AR41',
  ]),
  lb('LB03', 'account', { scope: 'account' }),
  lb('LB03', 'openid accounts', { scope: 'openid accounts' }),
  lb('LB03', 'no scope', { scope: undefined }),
  lb('LB08', 'code', { response_type: 'code' }),
  lb('LB08', 'id_token', { response_type: 'id_token' }),
  lb('AR01', 'no response_type', { response_type: undefined }),
  lb('AR02', 'no client_id anywhere', { client_id: undefined }),
  lb('AR14', 'no state', {}, {}, [], { state: undefined }),
  lb('AR31', 'a space after the request object', {}, {}, [], {
    request: `${token({ ...LEATHERBACK })} `,
  }),
  lb('RO12', 'a token of 2034', { iat: 2_029_276_857, nbf: 2_029_276_857, exp: 2_029_280_457 }),
  lb('RO20', 'callback_url for redirect_uri', { redirect_uri: undefined, callback_url: APP }),
  lb('AR07', 'a redirect_uri over http', { redirect_uri: 'http://www.budget.example/cb' }),
  {
    rule: 'CB01',
    name: 'Leatherback: another state in the callback',
    findings: () =>
      ofJourney({
        authorize: leatherbackUrl(),
        callback: url(APP, { authorizationCode: 'c-1', state: 'other' }),
      }),
  },
  lbConsent('expired', 'LB06', { 'Data.ExpirationDateTime': '2026-06-30T08:38:43.527Z' }),
  lbConsent('a period that ends before it begins', 'LB06', {
    'Data.TransactionToDateTime': '2025-01-01T00:00:00.000Z',
  }),
  lbConsent('an expiry that is no date', 'LB06', { 'Data.ExpirationDateTime': '30/06/2027' }),
  lbConsent('an expiry in seconds', 'LB06', { 'Data.ExpirationDateTime': String(SECONDS + 86_400) }),
  lbConsent('no expiry', 'LB06', { 'Data.ExpirationDateTime': undefined }),
  lbConsent('a misspelt permission', 'LB09', { 'Data.Permissions': '["ReadAccountBasic"]' }),
  lbConsent('a permission in lower case', 'LB09', { 'Data.Permissions': '["readaccountsbasic"]' }),
  lbConsent('no permission', 'LB09', { 'Data.Permissions': '[]' }),
  lbConsent('no list of permissions', 'LB09', { 'Data.Permissions': undefined }),
  lbConsent('transactions without a side', 'LB09', {
    'Data.Permissions': '["ReadAccountsBasic","ReadTransactionsBasic"]',
  }),
  lbCall('LB05', 'authorizationCode in the exchange', '/auth/token', 'form', {
    grant_type: 'authorization_code',
    authorizationCode: 'c-1',
    client_id: LEATHERBACK.client_id,
    password: 'x',
    scope: 'account',
  }),
  lbCall('LB03', 'accounts in the exchange', '/auth/token', 'form', {
    grant_type: 'authorization_code',
    code: 'c-1',
    client_id: LEATHERBACK.client_id,
    password: 'x',
    scope: 'accounts',
  }),
  lbCall('TK03', 'JSON in the exchange', '/auth/token', 'json', {
    grant_type: 'authorization_code',
    code: 'c-1',
    client_id: LEATHERBACK.client_id,
    password: 'x',
    scope: 'account',
  }),
  faToken('FA01', 'no client_secret for the client', { ...CLIENT_GRANT, client_secret: undefined }),
  faToken('FA01', 'no client_secret for the user', { ...USER_GRANT, client_secret: undefined }),
  faToken('FA01', 'clientSecret', { ...CLIENT_GRANT, client_secret: undefined, clientSecret: 'fs-1' }),
  fa(
    'FA02',
    'the grant in the URL',
    {
      method: 'POST',
      url: `${FINAPI}/api/v2/oauth/token?${new URLSearchParams(CLIENT_GRANT)}`,
      fields: fieldsIn('query', CLIENT_GRANT),
    },
    ['TK02', 'TK03'],
  ),
  fa(
    'FA02',
    'JSON',
    {
      method: 'POST',
      url: `${FINAPI}/api/v2/oauth/token`,
      encoding: 'json',
      fields: fieldsIn('json', CLIENT_GRANT),
    },
    ['TK03'],
  ),
  fa('FA03', 'no invalidate', {
    method: 'GET',
    url: `${PROCESS}/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002`,
  }),
  fa('FA03', 'invalidate=1', {
    method: 'GET',
    url: `${PROCESS}/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002?invalidate=1`,
  }),
  ...[
    ['a space', 'jane doe'],
    ['an umlaut', 'jürgen'],
    ['a slash', 'jane/doe'],
    ['37 characters', 'u'.repeat(37)],
  ].map(([name = '', id]) =>
    fa('FA04', `a user id with ${name}`, {
      method: 'POST',
      url: `${FINAPI}/api/v2/users`,
      encoding: 'json',
      fields: fieldsIn('json', { id }),
    }),
  ),
  fa('FA05', 'deleting with 403', { method: 'DELETE', url: `${FINAPI}/api/v2/users`, status: 403 }),
  fa('FA06', 'a long X-Request-Id', {
    method: 'GET',
    url: `${FINAPI}/api/v2/users`,
    fields: fieldsIn('header', { 'X-Request-Id': 'r'.repeat(256) }),
  }),
  faToken('FA07', 'a code', { ...CLIENT_GRANT, grant_type: 'authorization_code', code: 'x' }),
  faToken('FA07', 'no grant', { ...CLIENT_GRANT, grant_type: undefined }),
  faToken('FA07', 'client-credentials', { ...CLIENT_GRANT, grant_type: 'client-credentials' }, ['TK08']),
  faToken('FA07', 'a user with the grant of the client', { ...USER_GRANT, grant_type: 'client_credentials' }),
  faToken('FA07', 'no username', { ...USER_GRANT, username: undefined }),
  faToken('FA07', 'no refresh_token', { ...CLIENT_GRANT, grant_type: 'refresh_token' }),
  fa('FA08', 'another reference', {
    method: 'POST',
    url: `${PROCESS}/api/v1/processes`,
    encoding: 'json',
    fields: fieldsIn('json', {
      clientId: 'fa-1',
      clientSecret: 'fs-1',
      processId: 'USER_ONLY',
      'clientReferences.0.clientReference': 'order-7',
    }),
    body: '{"processes":[{"clientReference":"order-8","processToken":"t"}]}',
  }),
  da('DA01', 'HS256', {}, { alg: 'HS256' }),
  da('DA01', 'ES256', {}, { alg: 'ES256' }),
  da('DA01', 'none', {}, { alg: 'none' }, {}, ['JW03']),
  da('DA02', 'no smart_contract_address', { smart_contract_address: undefined }),
  da('DA02', 'no network_name', { network_name: undefined }),
  da('DA02', 'no consumer_key', { consumer_key: undefined }),
  da('DA02', 'a numeric consumer_key', { consumer_key: 4711 }),
  da('DA02', 'smartContractAddress', {
    smart_contract_address: undefined,
    smartContractAddress: DAUTH.smart_contract_address,
  }),
  da('DA02', 'network', { network_name: undefined, network: 'ETHEREUM' }),
  da('DA02', 'an empty network_name', { network_name: '' }),
  da('DA03', 'an address of 42 digits', { smart_contract_address: `${DAUTH.smart_contract_address}05` }),
  da('DA03', 'an address without 0x', { smart_contract_address: DAUTH.smart_contract_address.slice(2) }),
  da('DA03', 'an address with other letters', {
    smart_contract_address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAhk',
  }),
  da('DA03', 'a wrong checksum', { smart_contract_address: '0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' }),
  da('DA04', 'a consumer_key with half a byte', { consumer_key: '0x123' }),
  da('DA04', 'a request_id with half a byte', { request_id: '0x7687698769432' }),
  da('DA05', 'a request_id with 0X', { request_id: '0X76876987694328' }),
  da('DA06', 'a timestamp in seconds', { timestamp: String(SECONDS) }),
  da('DA06', 'a timestamp without zone', { timestamp: '2027-01-15T08:00:00' }),
  da('DA06', 'a day for a timestamp', { timestamp: '2027-01-15' }),
  da('DA06', 'a timestamp that is a number', { timestamp: SECONDS }),
  da('DA12', 'no exp', { exp: undefined }),
  da('DA12', 'no jti', { jti: undefined }),
  daHeader('DA09', 'dauth in lower case', { dauth: dauthToken() }),
  daHeader('DA09', 'X-DAuth', { 'X-DAuth': dauthToken() }),
  daHeader('DA09', 'Bearer before the token', { DAuth: `Bearer ${dauthToken()}` }),
  daHeader('DA09', 'token="…"', { DAuth: `token="${dauthToken()}"` }),
  daHeader('DA09', 'quotation marks', { DAuth: `"${dauthToken()}"` }),
  daHeader('DA09', 'DAuth in Authorization', { Authorization: `DAuth ${dauthToken()}` }),
  daHeader('DA09', 'two tokens', { DAuth: `${dauthToken()}, ${dauthToken()}` }),
  daHeader('DA10', 'Authorization beside DAuth', { DAuth: dauthToken(), Authorization: 'Bearer abc' }),
  daBody('DA07', 'the user of the token', `v5.1.0/${ACCOUNT}/views/owner/user-account-access`, {
    username: DAUTH.smart_contract_address,
    provider: 'dauth.ETHEREUM',
    view_id: 'owner',
  }),
  daBody('DA08', 'provider without dauth.', `v5.1.0/${ACCOUNT}/views/owner/user-account-access`, {
    username: OTHER_USER,
    provider: 'ETHEREUM',
    view_id: 'owner',
  }),
  daBody('DA08', 'provider dauth alone', `v5.1.0/${ACCOUNT}/views/owner/user-account-access`, {
    username: OTHER_USER,
    provider: 'dauth',
    view_id: 'owner',
  }),
  daBody('DA08', 'DAUTH.ETHEREUM', `v5.1.0/${ACCOUNT}/views/owner/user-account-access`, {
    username: OTHER_USER,
    provider: 'DAUTH.ETHEREUM',
    view_id: 'owner',
  }),
  daBody('DA11', 'views at 5.1.0', `v5.1.0/${ACCOUNT}/views/owner/user-account-access`, {
    username: OTHER_USER,
    provider: 'dauth.ETHEREUM',
    'views.0.view_id': 'owner',
  }),
  daBody('DA11', 'view at 5.1.0', `v5.1.0/${ACCOUNT}/views/owner/account-access/grant`, {
    user_id: 'u-1',
    'view.view_id': 'owner',
  }),
  daBody('DA11', 'viewId at 5.1.0', `v5.1.0/${ACCOUNT}/views/owner/account-access/grant`, {
    user_id: 'u-1',
    viewId: 'owner',
  }),
  daBody('DA11', 'view_id at 4.0.0', `v4.0.0/${ACCOUNT}/account-access/grant`, {
    user_id: 'u-1',
    view_id: 'owner',
  }),
  daBody('DA11', 'username in Grant', `v5.1.0/${ACCOUNT}/views/owner/account-access/grant`, {
    username: OTHER_USER,
    provider: 'dauth.ETHEREUM',
    view_id: 'owner',
  }),
  daBody('DA11', 'no view at 5.1.0', `v5.1.0/${ACCOUNT}/views/owner/account-access/revoke`, {
    user_id: 'u-1',
  }),
];
