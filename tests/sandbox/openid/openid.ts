import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Provider } from 'oidc-provider';
import { SERVER_CLIENT } from '../apps/settings.ts';
import type { SandboxContext } from '../context.ts';
import { JwkSets, mountJwkSets } from '../jwk-sets.ts';
import { OPENID_CLIENTS, openidClients } from './clients.ts';
import { openidConfiguration } from './configuration.ts';
import { interactions } from './interactions.ts';
import { allowLoopbackHttp } from './loopback-http.ts';
import { OpenidStorage } from './storage.ts';

/** Clients whose public keys can be registered: for request objects, and for client assertions. */
const SIGNING_CLIENTS = [
  OPENID_CLIENTS.web,
  OPENID_CLIENTS.jar,
  OPENID_CLIENTS.keyJwt,
  OPENID_CLIENTS.fapi,
  SERVER_CLIENT,
];

/** The OpenID sandbox: a certified provider with login and consent pages of our own. */
export async function openid({ urls, providerLog }: SandboxContext): Promise<RequestListener> {
  const keys = new JwkSets();
  for (const id of SIGNING_CLIENTS) keys.addClient(id);
  const storage = new OpenidStorage(openidClients(urls), keys);
  const provider = new Provider(urls.openid, await openidConfiguration(storage));
  allowLoopbackHttp(provider);
  providerLog.follow(provider);
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
