import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { SandboxContext } from '../context.ts';
import { BROKER_CLIENT_ID, federationCallback } from '../lab/federation.ts';
import { type Html, page } from '../page.ts';
import { withQuery } from '../params.ts';
import { DEMO_USER, endedPage, loginPage, readForm } from '../sign-in.ts';
import { Transactions } from '../transactions.ts';

const PROVIDER = 'Identity broker';

/** The identity broker: the second authorization server that a federated sign-in passes through. */
export function broker({ urls }: SandboxContext): Hono {
  const app = new Hono();
  const transactions = new Transactions<{ state: string }>();
  const look = { provider: PROVIDER, path: '/idp' };

  app.get('/idp/authorize', (c) => {
    const { client_id: clientId, redirect_uri: redirectUri, response_type: type, state = '' } = c.req.query();
    if (clientId !== BROKER_CLIENT_ID) return c.html(refusal('client_id is not registered here.'), 400);
    if (redirectUri !== federationCallback(urls)) {
      return c.html(refusal('redirect_uri is not the one registered for this client.'), 400);
    }
    if (type !== 'code') {
      return c.redirect(withQuery(redirectUri, { error: 'unsupported_response_type', state }), 302);
    }
    return c.html(loginPage(look, transactions.begin({ state }).id));
  });

  app.post('/idp/login', async (c) => {
    const form = await readForm(c);
    const transaction = transactions.at('login', form.get('transaction'));
    if (transaction === undefined) return c.html(endedPage(PROVIDER), 400);
    if (form.get('username') !== DEMO_USER.username || form.get('password') !== DEMO_USER.password) {
      return c.html(loginPage(look, transaction.id, 'Wrong user name or password. Try again.'));
    }
    transaction.stage = 'consent';
    const { state } = transaction.request;
    return c.redirect(withQuery(federationCallback(urls), { code: `inner-${randomUUID()}`, state }), 302);
  });

  return app;
}

function refusal(sentence: string): Html {
  return page({ provider: PROVIDER, title: 'The request was refused', body: html`<p>${sentence}</p>` });
}
