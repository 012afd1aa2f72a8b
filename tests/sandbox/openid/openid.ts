import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Provider } from 'oidc-provider';
import type { SandboxContext } from '../context.ts';
import { JwkSets, mountJwkSets } from '../jwk-sets.ts';
import { OPENID_CLIENTS, openidClients } from './clients.ts';
import { openidConfiguration } from './configuration.ts';
import { interactions } from './interactions.ts';
import { OpenidStorage } from './storage.ts';

/** Clients whose public keys can be registered: for request objects, and for client assertions. */
const SIGNING_CLIENTS = [OPENID_CLIENTS.web, OPENID_CLIENTS.jar, OPENID_CLIENTS.keyJwt, OPENID_CLIENTS.fapi];

/** Metadata checks that plain http on loopback would fail (both are about the implicit grant only). */
const RELAXED_CHECKS = new Set(['implicit-force-https', 'implicit-forbid-localhost']);

/** The OpenID sandbox: a certified provider with login and consent pages of our own. */
export async function openid({ urls }: SandboxContext): Promise<RequestListener> {
  const keys = new JwkSets();
  for (const id of SIGNING_CLIENTS) keys.addClient(id);
  const storage = new OpenidStorage(openidClients(urls), keys);
  const provider = new Provider(urls.openid, await openidConfiguration(storage));
  allowLoopbackHttp(provider);
  provider.on('server_error', (_ctx, error) => console.error(error));

  const own = interactions(provider);
  mountJwkSets(own, keys);
  const ownListener = getRequestListener((request, env) => own.fetch(request, env));
  const providerListener = provider.callback();
  return (request, response) => {
    const isOwn = /^\/(interaction|sandbox)\//.test(request.url ?? '');
    return isOwn ? ownListener(request, response) : providerListener(request, response);
  };
}

/** The extension point oidc-provider documents for this: the schema names each check it makes. */
function allowLoopbackHttp(provider: Provider): void {
  const schema = provider.Client.Schema.prototype;
  const { invalidate } = schema;
  schema.invalidate = function relaxed(message, code) {
    if (code === undefined || !RELAXED_CHECKS.has(code)) invalidate.call(this, message, code);
  };
}
