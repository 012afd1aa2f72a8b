import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { BoundedMap } from '../bounded-map.ts';
import { parseUrl, withQuery } from '../params.ts';
import type { SandboxUrls } from '../ports.ts';

/** The client id under which this authorization server is known to the identity broker. */
export const BROKER_CLIENT_ID = 'broker-client';

/** Where the identity broker sends the browser back to. */
export const federationCallback = (urls: SandboxUrls): string => `${urls.lab}/federation/callback`;

/** Adds an authorization server that lets an identity broker on another origin sign the person in. */
export function mountFederation(app: Hono, urls: SandboxUrls): void {
  const outer = new BoundedMap<{ redirectUri: string; state: string }>();

  app.get('/federated/authorize', (c) => {
    const { client_id: clientId = '', redirect_uri: redirectUri = '', state = '' } = c.req.query();
    const missing = Object.entries({ client_id: clientId, redirect_uri: redirectUri, state }).find(
      ([, value]) => value === '',
    );
    if (missing !== undefined) return c.text(`The parameter ${missing[0]} is required.`, 400);
    if (parseUrl(redirectUri) === undefined) return c.text('redirect_uri must be an absolute URI.', 400);
    if (c.req.query('response_type') !== 'code') {
      return c.redirect(withQuery(redirectUri, { error: 'unsupported_response_type', state }), 302);
    }
    const innerState = randomUUID();
    outer.set(innerState, { redirectUri, state });
    const request = {
      client_id: BROKER_CLIENT_ID,
      redirect_uri: federationCallback(urls),
      state: innerState,
      response_type: 'code',
      scope: 'openid',
    };
    return c.redirect(withQuery(`${urls.broker}/idp/authorize`, request), 302);
  });

  app.get('/federation/callback', (c) => {
    const request = outer.take(c.req.query('state') ?? '');
    if (request === undefined) return c.text('This state was never sent to the identity broker.', 400);
    const { redirectUri, state } = request;
    const error = c.req.query('error');
    const code = error === undefined ? `federated-code-${randomUUID()}` : undefined;
    return c.redirect(withQuery(redirectUri, { code, error, state }), 302);
  });
}
