import type { JsonObject } from './types.ts';

/** What a template is filled with. */
export interface TemplateContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** A fresh id for `jti`, `nonce` and the like. */
  readonly newId: () => string;
  readonly kid?: string;
}

/** A header and claims to begin with. Values in angle brackets are for the user to fill in. */
export interface TokenTemplate {
  readonly id: string;
  readonly name: string;
  /** Where the claims are specified. */
  readonly source: string;
  readonly make: (context: TemplateContext) => { readonly header: JsonObject; readonly claims: JsonObject };
}

const header = (alg: string, { kid }: TemplateContext, more: JsonObject = {}): JsonObject => ({
  alg,
  ...more,
  kid: kid ?? '<kid>',
});

const seconds = (now: number): number => Math.floor(now / 1000);

/** Templates of the tokens that this tool is for, in the order in which they are offered. */
export const TOKEN_TEMPLATES: readonly TokenTemplate[] = [
  {
    id: 'leatherback-request',
    name: 'Leatherback request object',
    source: 'Leatherback TPP integration: Create JWT URL Parameters Token',
    make: (context) => ({
      header: header('PS256', context),
      claims: {
        response_type: 'code id_token',
        client_id: '<client_id>',
        redirect_uri: '<redirect_uri>',
        scope: 'accounts',
        claims: { id_token: { openbanking_intent_id: { value: '<ConsentId>' } } },
      },
    }),
  },
  {
    id: 'uk-open-banking-request',
    name: 'UK Open Banking request object',
    source: 'Open Banking Security Profile section 3.3; FAPI 1.0 Advanced section 5.2.3',
    make: (context) => ({
      header: header('PS256', context, { typ: 'oauth-authz-req+jwt' }),
      claims: {
        iss: '<client_id>',
        aud: '<issuer of the provider>',
        ...lifetime(context.now, 300),
        jti: context.newId(),
        response_type: 'code id_token',
        client_id: '<client_id>',
        redirect_uri: '<redirect_uri>',
        scope: 'openid accounts',
        state: context.newId(),
        nonce: context.newId(),
        max_age: 86_400,
        claims: {
          userinfo: { openbanking_intent_id: { value: '<ConsentId>', essential: true } },
          id_token: {
            openbanking_intent_id: { value: '<ConsentId>', essential: true },
            acr: { essential: true, values: ['urn:openbanking:psd2:sca', 'urn:openbanking:psd2:ca'] },
          },
        },
      },
    }),
  },
  {
    id: 'fapi-client-assertion',
    name: 'FAPI client assertion',
    source: 'RFC 7523 section 3; FAPI 2.0 Security Profile section 5.3.3',
    make: (context) => ({
      header: header('PS256', context, { typ: 'JWT' }),
      claims: {
        iss: '<client_id>',
        sub: '<client_id>',
        aud: '<issuer of the provider>',
        iat: seconds(context.now),
        exp: seconds(context.now) + 60,
        jti: context.newId(),
      },
    }),
  },
  {
    id: 'dauth',
    name: 'DAuth token',
    source: 'Open Bank Project: DAuth',
    make: (context) => ({
      header: { alg: 'RS256', typ: 'JWT', ...(context.kid === undefined ? {} : { kid: context.kid }) },
      claims: {
        smart_contract_address: '<0x and 40 hexadecimal digits>',
        network_name: 'ETHEREUM',
        msg_sender: '<0x and 40 hexadecimal digits>',
        consumer_key: '<consumer key>',
        timestamp: new Date(context.now).toISOString().replace(/\.\d+Z$/, 'Z'),
        request_id: context.newId(),
      },
    }),
  },
  {
    id: 'id-token',
    name: 'ID token',
    source: 'OpenID Connect Core section 2',
    make: (context) => ({
      header: header('PS256', context, { typ: 'JWT' }),
      claims: {
        iss: '<issuer>',
        sub: '<subject>',
        aud: '<client_id>',
        iat: seconds(context.now),
        exp: seconds(context.now) + 300,
        auth_time: seconds(context.now),
        nonce: '<nonce of the request>',
      },
    }),
  },
];

/** Valid from now on; nbf and exp lie at most an hour apart (FAPI 1.0 Advanced section 5.2.2). */
function lifetime(now: number, length: number): JsonObject {
  const start = seconds(now);
  return { iat: start, nbf: start, exp: start + length };
}
