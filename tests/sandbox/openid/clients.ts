import { browserAppsClient, serverAppsClient } from '../apps/registered.ts';
import type { SandboxUrls } from '../ports.ts';

/** The secret of the clients that have one. */
export const OPENID_SECRET = 'openid-sandbox-secret';

/** Ids of the clients registered at the OpenID sandbox. */
export const OPENID_CLIENTS = {
  web: 'grantscope-web',
  public: 'grantscope-public',
  jar: 'grantscope-jar',
  native: 'grantscope-native',
  post: 'grantscope-post',
  secretJwt: 'grantscope-secret-jwt',
  keyJwt: 'grantscope-key-jwt',
  fapi: 'grantscope-fapi',
} as const;

/** The secret of the client that signs its assertions with one: HS256 wants 32 bytes (RFC 7518 section 3.2). */
export const OPENID_LONG_SECRET = 'openid-sandbox-secret-of-more-than-32-bytes';

/** The redirect URI of the native client: a private-use scheme (RFC 8252, section 7.1). */
export const NATIVE_REDIRECT_URI = 'com.example.app:/callback';

/** Paths below `/cb/` that are registered beside `/callback`. */
const CALLBACK_PATHS = ['query', 'fragment', 'form_post', 'jarm', 'par', 'jar'] as const;

/** Every response type this provider offers. */
export const RESPONSE_TYPES = [
  'code',
  'id_token',
  'code id_token',
  'code token',
  'id_token token',
  'code id_token token',
  'none',
] as const;

/** The metadata of all registered clients. */
export function openidClients(urls: SandboxUrls): Record<string, unknown>[] {
  const callbacks = ['/callback', ...CALLBACK_PATHS.map((path) => `/cb/${path}`)];
  const common = {
    redirect_uris: [...callbacks.map((path) => urls.client + path), `${urls.down}/callback`],
    response_types: [...RESPONSE_TYPES],
    grant_types: [
      'authorization_code',
      'implicit',
      'refresh_token',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    post_logout_redirect_uris: [`${urls.client}/`],
  };
  const confidential = {
    ...common,
    client_secret: OPENID_SECRET,
    token_endpoint_auth_method: 'client_secret_basic',
  };
  const publicClient = {
    ...common,
    token_endpoint_auth_method: 'none',
    grant_types: common.grant_types.filter((type) => type !== 'client_credentials'),
  };
  return [
    { ...confidential, client_id: OPENID_CLIENTS.web },
    { ...publicClient, client_id: OPENID_CLIENTS.public },
    {
      ...confidential,
      client_id: OPENID_CLIENTS.post,
      token_endpoint_auth_method: 'client_secret_post',
    },
    {
      ...confidential,
      client_id: OPENID_CLIENTS.secretJwt,
      client_secret: OPENID_LONG_SECRET,
      token_endpoint_auth_method: 'client_secret_jwt',
    },
    { ...common, client_id: OPENID_CLIENTS.keyJwt, token_endpoint_auth_method: 'private_key_jwt' },
    { ...confidential, client_id: OPENID_CLIENTS.jar, require_signed_request_object: true },
    {
      ...common,
      client_id: OPENID_CLIENTS.fapi,
      token_endpoint_auth_method: 'private_key_jwt',
      response_types: ['code', 'code id_token'],
      grant_types: ['authorization_code', 'implicit', 'refresh_token'],
      require_signed_request_object: true,
      request_object_signing_alg: 'PS256',
      id_token_signed_response_alg: 'PS256',
      authorization_signed_response_alg: 'PS256',
    },
    {
      ...publicClient,
      client_id: OPENID_CLIENTS.native,
      application_type: 'native',
      redirect_uris: [NATIVE_REDIRECT_URI, `${urls.client}/callback`],
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'],
    },
    browserAppsClient(urls),
    serverAppsClient(urls, OPENID_SECRET),
  ];
}
