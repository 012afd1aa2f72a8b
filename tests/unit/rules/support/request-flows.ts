import type { Flow, FlowCall, WebhookDelivery } from '../../../../lib/flow/types.ts';
import type { JsonObject } from '../../../../lib/jwt/types.ts';
import { readAuthorizationResponse } from '../../../../lib/oauth/authorization-response.ts';
import { ALIASES } from '../../support/catalogue.ts';
import { CLIENT, formFields, ISSUER, NOW, NOW_SECONDS, requested, tokenOf, urlOf } from './flows.ts';

/** A state and a nonce that nobody can guess. */
export const STATE = 'Zk3vQ1x8T0yWm5bR7cN2dL';
export const NONCE = 'b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44';

/** A PKCE pair (RFC 7636 appendix B). */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** The id of a consent. */
export const INTENT = '59189091-545b-40de-93a3-4166c9ae2d90';

/** A sound request with a stronger state and PKCE, with some parameters changed, added or left out. */
export const SOUND = {
  response_type: 'code',
  client_id: 'c1',
  redirect_uri: CLIENT,
  scope: 'accounts',
  state: STATE,
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
} as const;

type Fields = Readonly<Record<string, string | undefined>>;

/** A flow that asks soundly but for what is changed. */
export function asked(fields: Fields = {}, endpoint = `${ISSUER}/authorize`): Flow {
  return requested(urlOf(endpoint, { ...SOUND, ...fields }));
}

/** A flow whose authorize URL is written as it stands after the sound one. */
export function askedRaw(query: string, fields: Fields = {}): Flow {
  return requested(`${urlOf(`${ISSUER}/authorize`, { ...SOUND, ...fields })}${query}`);
}

/** The claims of a sound request object. */
export const CLAIMS = {
  iss: 'c1',
  aud: ISSUER,
  iat: NOW_SECONDS,
  nbf: NOW_SECONDS,
  exp: NOW_SECONDS + 300,
  response_type: 'code id_token',
  client_id: 'c1',
  redirect_uri: CLIENT,
  scope: 'openid accounts',
  state: STATE,
  nonce: NONCE,
} as const;

const OUTSIDE = { client_id: 'c1', response_type: 'code id_token', scope: 'openid accounts' };

/** A flow whose request is a sound request object, with some claims, parameters and header members changed or left out. */
export function signed(claims: JsonObject = {}, fields: Fields = {}, header: JsonObject = {}): Flow {
  const request = tokenOf({ ...CLAIMS, ...claims }, { typ: 'oauth-authz-req+jwt', ...header });
  return requested(urlOf(`${ISSUER}/authorize`, { ...OUTSIDE, request, ...fields }));
}

/** The claims request of Open Banking UK, with some members changed. */
export function intent(change: JsonObject = {}, userinfo?: JsonObject): JsonObject {
  const id_token = {
    openbanking_intent_id: { value: INTENT, essential: true },
    acr: { essential: true, values: ['urn:openbanking:psd2:sca'] },
    ...change,
  };
  return { claims: { id_token, ...(userinfo ? { userinfo } : {}) } };
}

const CONNECTPAY = {
  response_type: 'code',
  client_id: '7d3069b2-0155-45c1-9600-7db93c3e5087',
  flowid: 'GetPSD2AuthCode',
  redirect_url: CLIENT,
  scope: 'psd2-ais psd2-pis',
  state: STATE,
  nonce: NONCE,
};

/** A sound ConnectPay URL with some parameters changed, added or left out. */
export function connectpayUrl(fields: Fields = {}): string {
  return urlOf('http://127.0.0.1:4601/auth/v1/oauth2/authorize', { ...CONNECTPAY, ...fields });
}

/** A sound Leatherback flow with some claims, parameters and header members changed or left out. */
export function leatherback(claims: JsonObject = {}, fields: Fields = {}, header: JsonObject = {}): Flow {
  const own = {
    response_type: 'code id_token',
    client_id: 'D464C9D7862744839A583821379DF260',
    redirect_uri: CLIENT,
    scope: 'accounts',
    claims: { id_token: { openbanking_intent_id: { value: INTENT } } },
  };
  const request = tokenOf({ ...own, ...claims }, header);
  return requested(urlOf('http://127.0.0.1:4602/', { request, state: STATE, ...fields }));
}

/** A flow with webhooks of these bodies. */
export function withWebhooks(flow: Flow, ...bodies: readonly Readonly<Record<string, string>>[]): Flow {
  const webhooks = bodies.map((fields, index): WebhookDelivery => {
    const body = { kind: 'form', fields: Object.entries(fields) } as const;
    return {
      id: `webhook-${index + 1}`,
      at: NOW + 2_000,
      from: 'pasted',
      body: JSON.stringify(fields),
      response: readAuthorizationResponse({ url: 'https://tpp.example/hook', method: 'POST', body }, ALIASES),
    };
  });
  return { ...flow, webhooks };
}

/** A call to finAPI with these form fields. */
export function finapiCall(change: Partial<FlowCall>): Partial<FlowCall> {
  return { profileId: 'finapi', url: 'https://sandbox.finapi.io/api/v2/oauth/token', ...change };
}

/** A DAuth call with a token of these claims, and these further headers and body members. */
export function dauthCall(
  claims: JsonObject = {},
  header: JsonObject = {},
  more: { readonly headers?: FlowCall['fields']; readonly body?: Fields; readonly name?: string } = {},
): Partial<FlowCall> {
  const token = tokenOf({ ...DAUTH_CLAIMS, ...claims }, { alg: 'RS256', typ: 'JWT', ...header });
  return {
    profileId: 'obp',
    url: 'https://obp.example/obp/v3.0.0/users/current',
    method: 'GET',
    encoding: 'none',
    fields: [
      { in: 'header', name: more.name ?? 'DAuth', value: token },
      ...(more.headers ?? []),
      ...formFields(more.body ?? {}, 'json'),
    ],
  };
}

const DAUTH_CLAIMS: JsonObject = {
  smart_contract_address: '0xe123425e7734ce288f8367e1bb143e90bb3f0512',
  network_name: 'ETHEREUM',
  msg_sender: '0xe12340927f1725e7734ce288f8367e1bb143e90b',
  consumer_key: '0x1234a4ec31e89cea54d1f125db7536e874ab4a96b4d4f6438668b6bb10a6adb0',
  timestamp: '2023-11-14T22:13:20Z',
  request_id: '0x76876987694328763492876348928736497869273649aa',
  exp: NOW_SECONDS + 300,
  jti: 'one',
};
