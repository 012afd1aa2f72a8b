import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Interaction, Provider } from 'oidc-provider';
import { isObject } from '../jwk-sets.ts';
import { DEMO_USER, endedPage, readForm } from '../sign-in.ts';
import { consentPage, loginPage, PROVIDER } from './pages.ts';

/** The login and consent pages that oidc-provider sends the browser to. */
export function interactions(provider: Provider): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.onError((error, c) => {
    if (error.name === 'SessionNotFound') return c.html(endedPage(PROVIDER), 400);
    throw error;
  });

  app.get('/interaction/:uid', async (c) => {
    const details = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    return c.html(details.prompt.name === 'login' ? loginPage(details.uid) : consentPage(details));
  });

  app.post('/interaction/:uid/login', async (c) => {
    const { incoming, outgoing } = c.env;
    const { uid } = await provider.interactionDetails(incoming, outgoing);
    const form = await readForm(c);
    if (form.get('username') !== DEMO_USER.username || form.get('password') !== DEMO_USER.password) {
      return c.html(loginPage(uid, 'Wrong user name or password. Try again.'));
    }
    const result = { login: { accountId: DEMO_USER.username } };
    const options = { mergeWithLastSubmission: false };
    return c.redirect(await provider.interactionResult(incoming, outgoing, result, options), 303);
  });

  app.post('/interaction/:uid/confirm', async (c) => {
    const { incoming, outgoing } = c.env;
    const grantId = await grantAll(provider, await provider.interactionDetails(incoming, outgoing));
    return c.redirect(await provider.interactionResult(incoming, outgoing, { consent: { grantId } }), 303);
  });

  app.post('/interaction/:uid/cancel', async (c) => {
    const result = { error: 'access_denied', error_description: 'The person at the browser cancelled.' };
    const options = { mergeWithLastSubmission: false };
    return c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result, options), 303);
  });

  return app;
}

async function grantAll(provider: Provider, interaction: Interaction): Promise<string> {
  const { grantId, params, prompt, session } = interaction;
  const accountId = session?.accountId ?? DEMO_USER.username;
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = known ?? new provider.Grant({ accountId, clientId: String(params.client_id) });
  const { missingOIDCScope, missingOIDCClaims } = isObject(prompt.details) ? prompt.details : {};
  if (Array.isArray(missingOIDCScope)) grant.addOIDCScope(missingOIDCScope.join(' '));
  if (Array.isArray(missingOIDCClaims)) grant.addOIDCClaims(missingOIDCClaims.map(String));
  return grant.save();
}
