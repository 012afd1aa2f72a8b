import { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { mountFaults } from '../faults.ts';
import { mountStartPage } from '../home/start-page.ts';
import { JwkSets, mountJwkSets } from '../jwk-sets.ts';
import { oauthFault } from '../oauth-faults.ts';
import { withQuery } from '../params.ts';
import { endedPage, loginPage, mountSignIn, readForm, type SignIn } from '../sign-in.ts';
import { Transactions } from '../transactions.ts';
import { mountAccounts } from './accounts.ts';
import { mountConsents, mountTokens } from './api.ts';
import { LEATHERBACK_CLIENT, LeatherbackClients } from './clients.ts';
import { Consents } from './consents.ts';
import { consentPage, PROVIDER, problemPage } from './pages.ts';
import { mountRegistration } from './registration.ts';
import { checkRequest, type LeatherbackRequest } from './request-object.ts';
import { LEATHERBACK_START } from './start-page.ts';
import { LeatherbackTokens } from './tokens.ts';
import { Webhooks } from './webhook.ts';

/** The Leatherback sandbox: Authorization App, registration, tokens and consents. */
export function leatherback({ urls, now }: SandboxContext): Hono {
  const app = new Hono();
  const clients = new LeatherbackClients(`${urls.client}/webhook`);
  const consents = new Consents(now);
  const keys = new JwkSets();
  keys.addClient(LEATHERBACK_CLIENT.id);
  const tokens = new LeatherbackTokens(now);
  const webhooks = new Webhooks();
  const transactions = new Transactions<LeatherbackRequest>();
  const signIn: SignIn<LeatherbackRequest> = {
    provider: PROVIDER,
    path: '/authorize',
    factor: 'Security code',
    transactions,
    consent: consentPage,
    refused: ({ request }) => denied(request),
  };

  mountFaults(app, {
    isApi: (path) => /^\/(api|auth|accounts|account-access-consents)(\/|$)/.test(path),
    answer: (c, kind) => oauthFault(c, kind, c.req.path === '/auth/token'),
  });

  app.get('/', async (c) => {
    const { searchParams } = new URL(c.req.url);
    const request = await checkRequest(searchParams, { clients, consents, keys, now });
    if (typeof request === 'string') return c.html(problemPage(request), 400);
    return c.html(loginPage(signIn, transactions.begin(request).id));
  });

  mountSignIn(app, signIn);

  app.post('/authorize/consent', async (c) => {
    const form = await readForm(c);
    const transaction = transactions.at('consent', form.get('transaction'));
    if (transaction === undefined) return c.html(endedPage(PROVIDER), 400);
    const { request } = transaction;
    const { client, consent, redirectUri, state } = request;
    transaction.stage = 'login';
    if (form.get('decision') !== 'grant') {
      consents.decide(consent, 'Rejected');
      await webhooks.send(client.callbackUrl, { error: 'access_denied', state });
      return c.redirect(denied(request), 302);
    }
    consents.decide(consent, 'Authorised');
    const grant = { clientId: client.id, consentId: consent.ConsentId };
    const authorizationCode = await tokens.issueCode(grant, state);
    await webhooks.send(client.callbackUrl, { authorizationCode, state });
    return c.redirect(withQuery(redirectUri, { authorizationCode, state }), 302);
  });

  mountStartPage(app, urls, LEATHERBACK_START);
  mountRegistration(app, clients, keys);
  mountTokens(app, clients, tokens);
  mountConsents(app, urls.leatherback, consents, tokens, now);
  mountAccounts(app, consents, tokens, now);
  mountJwkSets(app, keys);
  webhooks.mount(app);
  return app;
}

function denied({ redirectUri, state }: LeatherbackRequest): string {
  return withQuery(redirectUri, { error: 'access_denied', state });
}
