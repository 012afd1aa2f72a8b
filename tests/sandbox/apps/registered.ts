import type { SandboxUrls } from '../ports.ts';
import { APPS_CLIENT, appPath, BROWSER_APPS, SERVER_CLIENT, SERVER_VARIANTS } from './settings.ts';

/** The registration of the single-page applications: one public client with all their addresses. */
export function browserAppsClient({ client }: SandboxUrls): Record<string, unknown> {
  const bases = BROWSER_APPS.map((name) => client + appPath(name));
  return {
    client_id: APPS_CLIENT,
    token_endpoint_auth_method: 'none',
    redirect_uris: bases.flatMap((base) => [`${base}/callback`, `${base}/silent`]),
    post_logout_redirect_uris: bases.map((base) => `${base}/signed-out`),
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
  };
}

/** The registration of the applications with a server of their own. */
export function serverAppsClient({ client }: SandboxUrls, secret: string): Record<string, unknown> {
  const variants = SERVER_VARIANTS.map(
    (variant) => `${client}${appPath('openid-client')}/${variant}/callback`,
  );
  return {
    client_id: SERVER_CLIENT,
    client_secret: secret,
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [...variants, `${client}${appPath('passport')}/callback`],
    post_logout_redirect_uris: [`${client}${appPath('openid-client')}/signed-out`],
    response_types: ['code', 'code id_token'],
    grant_types: ['authorization_code', 'implicit', 'refresh_token'],
    request_object_signing_alg: 'ES256',
  };
}
