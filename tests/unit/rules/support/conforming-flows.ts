import type { Flow } from '../../../../lib/flow/types.ts';
import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { JsonObject } from '../../../../lib/jwt/types.ts';
import { tokenHash } from '../../../../lib/oauth/token-hash.ts';
import type { ConformanceProfile, RuleContext } from '../../../../lib/rules/types.ts';
import { Story } from '../../support/observations.ts';
import {
  answered,
  formFields,
  last,
  NOW_SECONDS,
  posted,
  requested,
  tokenOf,
  urlOf,
  withCalls,
} from './flows.ts';
import { CHALLENGE, connectpayUrl, intent, leatherback, VERIFIER } from './request-flows.ts';

/** A flow as a real client and provider make it, without any mistake. */
export interface ConformingFlow {
  readonly name: string;
  readonly flow: Flow;
  readonly gates?: readonly ConformanceProfile[];
  readonly context?: Partial<RuleContext>;
  /** Warnings that a specification asks for whatever else is right. */
  readonly warned?: readonly string[];
}

type Fields = Readonly<Record<string, string | undefined>>;

const STATE = 'n8Qv3xTz0LmKc7Yb2RwJ5d';
const NONCE = 'Hs4Pq9VfX1uZ6kGt8CyN0e';
const CODE = 'SplxlOBeZQQYbYS6WxSbIAq8mT';
const WEB = 'https://app.example/auth/callback';

const PKCE = { code_challenge: CHALLENGE, code_challenge_method: 'S256' } as const;

const OIDC = {
  response_type: 'code',
  client_id: '0oa1b2c3d4',
  redirect_uri: WEB,
  scope: 'openid profile email',
  state: STATE,
  nonce: NONCE,
} as const;

function idToken(issuer: string, claims: JsonObject = {}, header: JsonObject = {}): string {
  const sound = {
    iss: issuer,
    sub: '248289761001',
    aud: OIDC.client_id,
    iat: NOW_SECONDS,
    exp: NOW_SECONDS + 3_600,
    nonce: NONCE,
  };
  return tokenOf({ ...sound, ...claims }, { alg: 'RS256', ...header });
}

/** The code flow of a provider, with the request and callback as it writes them. */
function code(endpoint: string, request: Fields = {}, callback: Fields = {}): Flow {
  const { redirect_uri: uri = WEB } = { ...OIDC, ...request };
  return answered(
    urlOf(endpoint, { ...OIDC, ...request }),
    urlOf(uri, { code: CODE, state: STATE, ...callback }),
    302,
  );
}

/** A flow that was answered in the fragment. */
function hybrid(endpoint: string, request: Fields, callback: Fields): Flow {
  return answered(
    urlOf(endpoint, { ...OIDC, ...request }),
    urlOf(WEB, { state: STATE, ...callback }, '#'),
    302,
  );
}

function hashes(alg: string, values: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([claim, value]) => [claim, tokenHash(value, alg) ?? '']),
  );
}

/** A code flow whose token answer holds an id_token. */
function exchanged(flow: Flow, id_token: string, fields: Fields = {}): Flow {
  return withCalls(flow, {
    fields: formFields({
      grant_type: 'authorization_code',
      code: CODE,
      redirect_uri: flow.request?.values.redirect_uri?.value,
      client_id: OIDC.client_id,
      client_secret: undefined,
      ...fields,
    }),
    body: JSON.stringify({ access_token: 'at-1', token_type: 'Bearer', expires_in: 3_600, id_token }),
  });
}

const AUTH0 = 'https://tenant.eu.auth0.com/authorize';
const ENTRA = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize';
const TENANT = '9122040d-6c67-4c5b-b112-36a304b66dad';
const KEYCLOAK = 'https://sso.example/realms/main/protocol/openid-connect/auth';
const REALM = 'https://sso.example/realms/main';
const FAPI = 'https://bank.example/authorize';
const BANK = 'https://bank.example';
const INTENT_ISSUED = {
  iss: OIDC.client_id,
  aud: BANK,
  iat: NOW_SECONDS,
  nbf: NOW_SECONDS,
  exp: NOW_SECONDS + 300,
};

/** A FAPI 1.0 Advanced request with a signed request object. */
function fapi1(change: JsonObject = {}, claims: JsonObject = {}): { readonly url: string } {
  const { response_type, client_id, scope } = { ...OIDC, response_type: 'code id_token', ...change };
  const request = tokenOf({
    ...INTENT_ISSUED,
    ...OIDC,
    response_type: 'code id_token',
    ...change,
    ...claims,
  });
  return { url: urlOf(FAPI, { response_type, client_id, scope: String(scope), request }) };
}

function jarm(claims: JsonObject = {}, header: JsonObject = {}): string {
  const sound = { iss: BANK, aud: OIDC.client_id, exp: NOW_SECONDS + 120, code: CODE, state: STATE };
  return tokenOf({ ...sound, ...claims }, { alg: 'PS256', ...header });
}

const JWE = `${encodeText('{"alg":"RSA-OAEP-256","enc":"A256GCM","cty":"JWT","kid":"k1"}')}.AAAA.AAAA.AAAA.AAAA`;

/** Flows of real clients and providers; none of them has anything worse than a note. */
export const CONFORMING: readonly ConformingFlow[] = [
  { name: 'a web application at Auth0', flow: code(AUTH0, { audience: 'https://api.example/' }) },
  {
    name: 'auth0-spa-js with PKCE',
    flow: code(
      AUTH0,
      {
        ...PKCE,
        response_mode: 'query',
        audience: 'https://api.example/',
        auth0Client: 'eyJuYW1lIjoiYXV0aDAtc3BhLWpzIiwidmVyc2lvbiI6IjIuMS4zIn0=',
        state: 'MkZ2bXhvbTVxSH5EdWRzWTF-SnQ4TWdXYWpWT0lnLW12ZkxsNmE3bTZBQg==',
        nonce: 'SUxRWHRQTVZYZ3BiY3pSaTRNYzJDUVE2UkUuVWhQVldaUzFiZUxGUnBZMQ==',
      },
      { state: 'MkZ2bXhvbTVxSH5EdWRzWTF-SnQ4TWdXYWpWT0lnLW12ZkxsNmE3bTZBQg==' },
    ),
  },
  {
    name: 'Auth0 by web_message, silently',
    flow: requested(urlOf(AUTH0, { ...OIDC, ...PKCE, response_mode: 'web_message', prompt: 'none' })),
  },
  {
    name: 'Okta with form_post',
    flow: posted(
      urlOf('https://dev-1.okta.com/oauth2/default/v1/authorize', { ...OIDC, response_mode: 'form_post' }),
      { code: CODE, state: STATE },
      WEB,
    ),
  },
  {
    name: 'Okta by okta_post_message',
    flow: requested(
      urlOf('https://dev-1.okta.com/oauth2/v1/authorize', {
        ...OIDC,
        ...PKCE,
        response_mode: 'okta_post_message',
        prompt: 'none',
      }),
    ),
  },
  {
    name: 'Entra ID with its tenant template',
    flow: exchanged(
      code(
        ENTRA,
        {
          ...PKCE,
          scope: 'openid profile offline_access User.Read',
          client_info: '1',
          prompt: 'select_account',
        },
        { session_state: 'd7a1' },
      ),
      idToken(`https://login.microsoftonline.com/${TENANT}/v2.0`, { tid: TENANT, ver: '2.0' }),
      { code_verifier: VERIFIER },
    ),
    context: { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' },
  },
  {
    name: 'Entra ID of organizations',
    flow: exchanged(
      code(ENTRA, { scope: 'openid https://graph.microsoft.com/.default' }),
      idToken(`https://login.microsoftonline.com/${TENANT}/v2.0`, { tid: TENANT }),
    ),
    context: { issuer: 'https://login.microsoftonline.com/organizations/v2.0' },
  },
  {
    name: 'Entra ID with id_token in a form',
    flow: posted(
      urlOf(ENTRA, { ...OIDC, response_type: 'code id_token', response_mode: 'form_post' }),
      {
        code: CODE,
        state: STATE,
        session_state: 'd7a1',
        id_token: idToken(
          `https://login.microsoftonline.com/${TENANT}/v2.0`,
          { tid: TENANT, ...hashes('RS256', { c_hash: CODE }) },
          { x5t: 'abc' },
        ),
      },
      WEB,
    ),
    context: { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' },
  },
  {
    name: 'Azure AD v1 with the id of an API',
    flow: code('https://login.microsoftonline.com/common/oauth2/authorize', {
      resource: '00000003-0000-0000-c000-000000000000',
    }),
  },
  {
    name: 'Google with incremental scopes',
    flow: exchanged(
      code(
        'https://accounts.google.com/o/oauth2/v2/auth',
        {
          scope: 'openid https://www.googleapis.com/auth/drive.file',
          access_type: 'offline',
          include_granted_scopes: 'true',
          prompt: 'consent select_account',
        },
        { code: '4/0AQlEd8xN2', authuser: '0', prompt: 'consent', scope: 'openid' },
      ),
      idToken('accounts.google.com', {
        azp: OIDC.client_id,
        hd: 'example.com',
        ...hashes('RS256', { at_hash: 'at-1' }),
      }),
      { code: '4/0AQlEd8xN2' },
    ),
    context: { issuer: 'https://accounts.google.com' },
  },
  {
    name: 'keycloak-js in a fragment',
    flow: hybrid(
      KEYCLOAK,
      {
        ...PKCE,
        response_mode: 'fragment',
        state: '3a1a9d1e-5c2b-4d0c-8a6e-0b1f7c2d9e55',
        nonce: 'f0a4f2f5-9c1b-4d57-9c37-2f0b6e1d7a10',
      },
      { code: CODE, state: '3a1a9d1e-5c2b-4d0c-8a6e-0b1f7c2d9e55', session_state: 'x', iss: REALM },
    ),
    context: { issuer: REALM, issInResponses: true },
  },
  {
    name: 'Keycloak, hybrid with every token',
    warned: ['AR23'],
    flow: hybrid(
      KEYCLOAK,
      { response_type: 'code id_token token' },
      {
        code: CODE,
        access_token: 'at-1',
        token_type: 'Bearer',
        expires_in: '300',
        session_state: 'x',
        id_token: idToken(REALM, hashes('RS256', { c_hash: CODE, at_hash: 'at-1', s_hash: STATE })),
      },
    ),
    context: { issuer: REALM },
  },
  {
    name: 'Cognito through an identity provider',
    flow: code('https://pool.auth.eu-west-1.amazoncognito.com/oauth2/authorize', {
      identity_provider: 'Google',
      scope: 'openid aws.cognito.signin.user.admin',
    }),
  },
  {
    name: 'Ping with acr_values and claims',
    flow: code('https://auth.pingone.eu/env/as/authorize', {
      acr_values: 'Single_Factor',
      claims:
        '{"userinfo":{"given_name":{"essential":true},"email":null},"id_token":{"auth_time":{"essential":false}}}',
    }),
  },
  {
    name: 'GitHub without OpenID',
    flow: code('https://github.com/login/oauth/authorize', { scope: 'repo read:user', nonce: undefined }),
  },
  {
    name: 'plain OAuth without scope',
    flow: code('https://as.example/authorize', { scope: undefined, nonce: undefined, ...PKCE }),
  },
  {
    name: 'implicit id_token',
    flow: hybrid(KEYCLOAK, { response_type: 'id_token' }, { id_token: idToken(REALM) }),
    context: { issuer: REALM },
  },
  {
    name: 'oidc-client-ts, renewed silently without a session',
    flow: code(
      KEYCLOAK,
      { ...PKCE, prompt: 'none', id_token_hint: idToken(REALM), state: 'b9b7b1f0a3a94f6c8f6f0d1d2e3c4b5a' },
      {
        code: undefined,
        error: 'login_required',
        error_description: 'The user is not signed in',
        state: 'b9b7b1f0a3a94f6c8f6f0d1d2e3c4b5a',
      },
    ),
  },
  { name: 'a refusal by the person', flow: code(KEYCLOAK, {}, { code: undefined, error: 'access_denied' }) },
  {
    name: 'max_age with auth_time',
    flow: exchanged(code(KEYCLOAK, { max_age: '300' }), idToken(REALM, { auth_time: NOW_SECONDS - 20 })),
    context: { issuer: REALM },
  },
  {
    name: 'an application on a loopback port',
    flow: code(AUTH0, { ...PKCE, redirect_uri: 'http://127.0.0.1:51793/callback' }),
  },
  {
    name: 'an application on localhost while it is developed',
    flow: code(AUTH0, { redirect_uri: 'http://localhost:3000/api/auth/callback' }),
  },
  {
    name: 'an application on a name under localhost',
    flow: code(AUTH0, { redirect_uri: 'http://app.localhost:3000/cb' }),
  },
  {
    name: 'an installed application with its own scheme',
    flow: code(AUTH0, { ...PKCE, redirect_uri: 'com.example.app:/oauth2redirect' }),
  },
  {
    name: 'response_type none',
    flow: answered(urlOf(KEYCLOAK, { ...OIDC, response_type: 'none' }), urlOf(WEB, { state: STATE }), 302),
  },
  {
    name: 'EdDSA',
    flow: hybrid(
      KEYCLOAK,
      { response_type: 'code id_token' },
      { code: CODE, id_token: idToken(REALM, hashes('EdDSA', { c_hash: CODE }), { alg: 'EdDSA' }) },
    ),
    context: { issuer: REALM },
  },
  {
    name: 'HS256 under the client secret',
    flow: exchanged(
      code(KEYCLOAK),
      idToken(REALM, {}, { alg: 'HS256', kid: undefined } as unknown as JsonObject),
    ),
    context: { issuer: REALM },
  },
  {
    name: 'a request object under the client secret',
    flow: requested(
      urlOf(KEYCLOAK, {
        client_id: OIDC.client_id,
        response_type: 'code',
        scope: 'openid',
        state: STATE,
        request: tokenOf(
          {
            iss: OIDC.client_id,
            aud: REALM,
            redirect_uri: WEB,
            nonce: NONCE,
            response_type: 'code',
            client_id: OIDC.client_id,
            scope: 'openid email',
          },
          { alg: 'HS256' },
        ),
      }),
    ),
  },
  {
    name: 'an encrypted request object',
    flow: answered(
      urlOf(KEYCLOAK, { client_id: OIDC.client_id, response_type: 'code', scope: 'openid', request: JWE }),
      urlOf(WEB, { code: CODE, state: STATE }),
    ),
  },
  { name: 'an encrypted id_token', flow: exchanged(code(KEYCLOAK), JWE) },
  {
    name: 'a pushed request',
    flow: answered(
      urlOf(KEYCLOAK, {
        client_id: OIDC.client_id,
        request_uri: 'urn:ietf:params:oauth:request_uri:bwc4JK-ESC0w8acc191e',
      }),
      urlOf(WEB, { code: CODE, state: STATE }),
    ),
  },
  {
    name: 'FAPI 2.0 with PAR, iss and private_key_jwt',
    flow: withCalls(
      answered(
        urlOf(FAPI, { client_id: OIDC.client_id, request_uri: 'urn:ietf:params:oauth:request_uri:bwc4JK' }),
        urlOf(WEB, { code: CODE, state: STATE, iss: BANK }),
      ),
      {
        name: 'PAR',
        fields: formFields({
          ...OIDC,
          ...PKCE,
          nonce: undefined,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: undefined,
        }),
        status: 201,
        at: NOW_SECONDS * 1_000 - 2_000,
        body: '{"request_uri":"urn:ietf:params:oauth:request_uri:bwc4JK","expires_in":60}',
      },
      {
        fields: formFields({
          grant_type: 'authorization_code',
          code: CODE,
          redirect_uri: WEB,
          code_verifier: VERIFIER,
          client_assertion: undefined,
        }),
        body: '{"access_token":"at-1","token_type":"DPoP","expires_in":300}',
      },
    ),
    gates: ['fapi2'],
    context: { issuer: BANK, issInResponses: true },
  },
  {
    name: 'FAPI 2.0 with mutual TLS at the pushed request',
    flow: withCalls(
      answered(
        urlOf(FAPI, { client_id: OIDC.client_id, request_uri: 'urn:example:2' }),
        urlOf(WEB, { code: CODE, state: STATE, iss: BANK }),
      ),
      {
        url: 'https://mtls.bank.example/par',
        fields: formFields({ response_type: 'code', client_id: OIDC.client_id, ...PKCE }),
        body: '{"request_uri":"urn:example:2","expires_in":60}',
        at: NOW_SECONDS * 1_000 - 2_000,
      },
    ),
    gates: ['fapi2'],
  },
  {
    name: 'FAPI 1.0 Advanced, hybrid',
    flow: answered(
      fapi1().url,
      urlOf(
        WEB,
        {
          code: CODE,
          state: STATE,
          id_token: idToken(BANK, hashes('PS256', { c_hash: CODE, s_hash: STATE }), { alg: 'PS256' }),
        },
        '#',
      ),
      302,
    ),
    gates: ['fapi1'],
    context: { issuer: BANK },
  },
  {
    name: 'FAPI 1.0 Advanced by JARM',
    flow: answered(
      fapi1({ response_type: 'code', response_mode: 'jwt' }).url,
      urlOf(WEB, { response: jarm() }),
    ),
    gates: ['fapi1'],
    context: { issuer: BANK },
  },
  {
    name: 'Open Banking UK',
    flow: answered(
      fapi1({ scope: 'openid accounts' }, intent()).url,
      urlOf(
        WEB,
        {
          code: CODE,
          state: STATE,
          id_token: idToken(
            BANK,
            {
              acr: 'urn:openbanking:psd2:sca',
              openbanking_intent_id: '59189091-545b-40de-93a3-4166c9ae2d90',
              ...hashes('PS256', { c_hash: CODE, s_hash: STATE }),
            },
            { alg: 'PS256' },
          ),
        },
        '#',
      ),
      302,
    ),
    gates: ['fapi1', 'obuk'],
    context: { issuer: BANK },
  },
  {
    name: 'JARM in an encrypted query',
    flow: answered(
      urlOf(FAPI, { ...OIDC, response_type: 'code id_token', response_mode: 'query.jwt' }),
      urlOf(WEB, { response: JWE }),
    ),
  },
  {
    name: 'JARM under the client secret',
    flow: answered(
      urlOf(FAPI, { ...OIDC, response_mode: 'query.jwt' }),
      urlOf(WEB, { response: jarm({}, { alg: 'HS256' }) }),
    ),
    context: { issuer: BANK },
  },
  {
    name: 'authorization_details',
    flow: code(FAPI, {
      ...PKCE,
      scope: 'openid',
      authorization_details:
        '[{"type":"payment_initiation","locations":["https://api.example/payments"],"instructedAmount":{"currency":"EUR","amount":"123.50"}}]',
    }),
  },
  {
    name: 'several resources',
    flow: requested(
      `${urlOf(FAPI, { ...OIDC, ...PKCE })}&resource=https%3A%2F%2Fcal.example%2F&resource=https%3A%2F%2Fcontacts.example%2F`,
    ),
  },
  {
    name: 'a redirect URI with a query of its own',
    flow: code(AUTH0, { redirect_uri: 'https://app.example/cb?tenant=7' }),
  },
  {
    name: 'a state that is a JWT',
    flow: requested(
      urlOf(AUTH0, {
        ...OIDC,
        state: tokenOf({ jti: 'n8Qv3xTz0LmKc7Yb2RwJ5d', return: '/home' }, { alg: 'HS256' }),
      }),
    ),
  },
  {
    name: 'the state of msal-browser',
    flow: requested(
      urlOf(ENTRA, {
        ...OIDC,
        ...PKCE,
        state:
          'eyJpZCI6IjAxOTJjNGI0LTAwYjgtN2ZmMS1iYjMzLTgxZDFhNDc3ZDNmZiIsIm1ldGEiOnsiaW50ZXJhY3Rpb25UeXBlIjoicmVkaXJlY3QifX0=',
        nonce: '0192c4b4-00b8-7a5f-8b4e-7c0d3c7c1c1e',
      }),
    ),
  },
  {
    name: 'a state that holds a CSRF value and a page',
    flow: requested(
      urlOf('https://accounts.google.com/o/oauth2/v2/auth', {
        ...OIDC,
        state: 'security_token=138r5719ru3e1q8Vt2Lx0Zb9Y&url=https://app.example/home',
      }),
    ),
  },
  {
    name: 'a state of 48 hexadecimal digits',
    flow: requested(urlOf(AUTH0, { ...OIDC, state: '5d9c68c6c50ed3d02a2fcf54f63993b67f1a9d0c4b2e8a17' })),
  },
  {
    name: 'the state of Spring Security',
    flow: requested(urlOf(AUTH0, { ...OIDC, state: 'ZBkGFLFq0mKx1Yt8Vq3nS6uW9aDc2eHj4rTb7yNp5QI=' })),
  },
  {
    name: 'ConnectPay',
    flow: answered(
      connectpayUrl(),
      urlOf('https://app.example/cb', {
        code: 'c-1',
        state: 'Zk3vQ1x8T0yWm5bR7cN2dL',
        flowid: 'GetPSD2AuthCode',
      }),
      302,
    ),
  },
  { name: 'Leatherback', flow: leatherback() },
  {
    name: 'the exchange in a popup of a public client',
    flow: exchanged(code(KEYCLOAK, PKCE), idToken(REALM, hashes('RS256', { at_hash: 'at-1' })), {
      client_secret: undefined,
      code_verifier: VERIFIER,
    }),
    context: { issuer: REALM },
  },
  {
    name: 'a refresh, whose id_token has no nonce',
    flow: withCalls(code(KEYCLOAK, PKCE), {
      fields: formFields({
        grant_type: 'refresh_token',
        refresh_token: undefined,
        client_id: OIDC.client_id,
      }),
      body: JSON.stringify({
        access_token: 'at-2',
        token_type: 'bearer',
        expires_in: 300,
        id_token: tokenOf({
          iss: REALM,
          sub: 'a',
          aud: OIDC.client_id,
          iat: NOW_SECONDS,
          exp: NOW_SECONDS + 300,
        }),
      }),
    }),
    context: { issuer: REALM },
  },
  {
    name: 'a login form that redirects with 303',
    flow: last(
      new Story()
        .request(urlOf(KEYCLOAK, { ...OIDC }))
        .respond(urlOf(KEYCLOAK, { ...OIDC }))
        .request('https://sso.example/login', {
          method: 'POST',
          body: { kind: 'form', fields: [['username', 'jane']] },
        })
        .redirect('https://sso.example/login', 303, urlOf(WEB, { code: CODE, state: STATE }))
        .redirect(urlOf(WEB, { code: CODE, state: STATE }), 302, 'https://app.example/home')
        .respond('https://app.example/home'),
    ),
  },
];
