import type { IncomingMessage, RequestListener } from 'node:http';
import { Provider } from 'oidc-provider';
import { browserAppsClient } from '../apps/registered.ts';
import type { SandboxContext } from '../context.ts';
import { JwkSets } from '../jwk-sets.ts';
import { openidConfiguration } from '../openid/configuration.ts';
import { allowLoopbackHttp } from '../openid/loopback-http.ts';
import { OpenidStorage } from '../openid/storage.ts';
import { DEMO_USER } from '../sign-in.ts';
import type { Layout } from './layouts.ts';

/** The only API there is: a token for it is a JWT. */
const ACCOUNT = {
  enabled: true,
  defaultResource: () => 'urn:example:account',
  getResourceServerInfo: () => ({ scope: 'account', audience: 'account', accessTokenFormat: 'jwt' }),
  useGrantedResource: () => true,
};

/** oidc-provider at another product's addresses, answering by postMessage too; it signs everybody in without a page. */
export async function vendorProvider(
  layout: Layout,
  { urls, providerLog }: SandboxContext,
): Promise<RequestListener> {
  const { issuer, base, name, routes } = layout;
  const storage = new OpenidStorage([browserAppsClient(urls)], new JwkSets());
  const configuration = await openidConfiguration(storage);
  const provider: Provider = new Provider(issuer, {
    ...configuration,
    routes,
    cookies: {
      ...configuration.cookies,
      names: { session: `gs_${name}`, interaction: `gs_${name}_step`, resume: `gs_${name}_resume` },
    },
    features: {
      ...configuration.features,
      webMessageResponseMode: { enabled: true, ack: 'individual-draft-01' },
      ...(layout.jwtAccessTokens ? { resourceIndicators: ACCOUNT } : {}),
    },
    interactions: { url: (_ctx, { uid }) => `${base}/interaction/${uid}` },
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  allowLoopbackHttp(provider);
  // Keycloak's library sends cookies with its calls.
  provider.use(async (ctx, next) => {
    await next();
    ctx.set('Access-Control-Allow-Credentials', 'true');
  });
  providerLog.follow(provider);
  provider.on('server_error', (_ctx, error) => console.error(error));
  const listener = provider.callback();

  return (request: IncomingMessage & { originalUrl?: string; baseUrl?: string }, response) => {
    const path = (request.url ?? '').slice(base.length);
    if (!path.startsWith('/interaction/')) {
      Object.assign(request, { originalUrl: request.url, baseUrl: base, url: path });
      return listener(request, response);
    }
    provider
      .interactionResult(request, response, { login: { accountId: DEMO_USER.username } })
      .then((location) => response.writeHead(303, { location }).end())
      .catch((error: unknown) => response.writeHead(400).end(String(error)));
  };
}
