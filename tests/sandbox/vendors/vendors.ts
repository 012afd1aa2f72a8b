import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { keycloakFrames } from './keycloak-frames.ts';
import { auth0Layout, keycloakLayout } from './layouts.ts';
import { vendorProvider } from './vendor-provider.ts';

/** A provider at the paths of Auth0 and of a Keycloak server, for libraries that know no others; made when first asked. */
export function vendors(context: SandboxContext): RequestListener {
  const { urls } = context;
  let auth0: Promise<RequestListener> | undefined;
  let keycloak: Promise<RequestListener> | undefined;
  const realm = keycloakLayout(urls);

  const own = new Hono();
  // What Auth0 had before the standard's logout: https://auth0.com/docs/api/authentication#logout
  own.get('/v2/logout', (c) => {
    c.header('Set-Cookie', 'gs_auth0=; Path=/; Max-Age=0', { append: true });
    c.header('Set-Cookie', 'gs_auth0.sig=; Path=/; Max-Age=0', { append: true });
    const back = c.req.query('returnTo') ?? '';
    return back.startsWith(`${urls.client}/`)
      ? c.redirect(back)
      : c.text('The returnTo is not registered.', 400);
  });
  own.route(realm.base, keycloakFrames());
  const ownListener = getRequestListener(own.fetch);

  return async (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/v2/') || /\/(3p-cookies\/|login-status-iframe)/.test(path))
      return ownListener(request, response);
    if (path.startsWith(`${realm.base}/`)) {
      keycloak ??= vendorProvider(realm, context);
      return (await keycloak)(request, response);
    }
    auth0 ??= vendorProvider(auth0Layout(urls), context);
    return (await auth0)(request, response);
  };
}
