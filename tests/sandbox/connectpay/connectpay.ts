import { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { mountFaults } from '../faults.ts';
import { mountStartPage } from '../home/start-page.ts';
import { oauthFault } from '../oauth-faults.ts';
import { withQuery } from '../params.ts';
import { endedPage, loginPage, mountSignIn, readForm, type SignIn } from '../sign-in.ts';
import { Transactions } from '../transactions.ts';
import { type AuthorizeRequest, checkAuthorize, FLOW_ID } from './authorize.ts';
import { Grants } from './grants.ts';
import { consentPage, framePage, PROVIDER, refusalPage } from './pages.ts';
import { mountRevoke, REVOKE_PATH } from './revoke.ts';
import { CODE_PATH, CONSENT_FLOW_ID, mountSecuredAuthorization } from './secured-authorization.ts';
import { SpentValues } from './spent-values.ts';
import { CONNECTPAY_START } from './start-page.ts';
import { mountToken, TOKEN_PATH } from './token.ts';

const FRAME_DESTINATIONS = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe']);

/** The ConnectPay sandbox: authorize endpoint, Auth Web App and token endpoint. */
export function connectpay({ now, urls }: SandboxContext): Hono {
  const app = new Hono();
  const grants = new Grants(now);
  const transactions = new Transactions<AuthorizeRequest>();
  const spent = new SpentValues();
  const signIn: SignIn<AuthorizeRequest> = {
    provider: PROVIDER,
    path: '/auth',
    factor: 'SMS code',
    transactions,
    consent: consentPage,
    refused: ({ request }) => errorCallback(request, 'access_denied'),
  };

  app.use(async (c, next) => {
    if (FRAME_DESTINATIONS.has(c.req.header('sec-fetch-dest') ?? '')) {
      c.header('X-Frame-Options', 'DENY');
      return c.html(framePage(), 403);
    }
    await next();
    c.header('X-Frame-Options', 'DENY');
    return undefined;
  });

  mountFaults(app, {
    isApi: (path) => [TOKEN_PATH, REVOKE_PATH, CODE_PATH].includes(path),
    answer: (c, kind) => oauthFault(c, kind, c.req.path === TOKEN_PATH),
  });
  const openSecuredPage = mountSecuredAuthorization(app, urls.connectpay, grants);

  app.get('/auth/v1/oauth2/authorize', (c) => {
    const outcome = checkAuthorize(new URL(c.req.url).searchParams);
    if (outcome.kind === 'refused') return c.html(refusalPage(outcome.refusal), 400);
    if (outcome.kind === 'error') {
      const { redirectUrl, error, state, flowIdName, flowId } = outcome.error;
      return c.redirect(withQuery(redirectUrl, { error, state, [flowIdName]: flowId }), 302);
    }
    const { client, redirectUrl, nonce } = outcome.request;
    if (spent.has(outcome.request)) return c.redirect(errorCallback(outcome.request, 'invalid_request'), 302);
    const transaction = transactions.begin(outcome.request).id;
    const web = { flowId: FLOW_ID, ApplicationId: client.id, redirectUrl, nonce, transaction };
    // 301 is what ConnectPay documents, although it lets a browser keep the redirect.
    return c.redirect(withQuery(`${urls.connectpay}/auth/redirect`, web), 301);
  });

  app.get('/auth/redirect', (c) => {
    if (c.req.query('flowId') === CONSENT_FLOW_ID) return openSecuredPage(c, c.req.query('nonce') ?? '');
    const transaction = transactions.restart(c.req.query('transaction') ?? '');
    if (transaction === undefined) return c.html(endedPage(PROVIDER), 400);
    return c.html(loginPage(signIn, transaction.id));
  });

  mountSignIn(app, signIn);

  app.post('/auth/consent', async (c) => {
    const form = await readForm(c);
    const transaction = transactions.at('consent', form.get('transaction'));
    if (transaction === undefined) return c.html(endedPage(PROVIDER), 400);
    const { request } = transaction;
    transaction.stage = 'login';
    spent.add(request);
    const scopes = request.scopes.filter((scope) => form.getAll('scope').includes(scope));
    if (form.get('decision') !== 'grant' || scopes.length === 0) {
      return c.redirect(errorCallback(request, 'access_denied'), 302);
    }
    const customer = form.get('customer') === 'Corporate' ? 'Corporate' : 'Personal';
    const code = grants.issueCode({ clientId: request.client.id, customer, scopes });
    const callback = { code, state: request.state, [request.flowIdName]: FLOW_ID };
    return c.redirect(withQuery(request.redirectUrl, callback), 302);
  });

  mountStartPage(app, urls, CONNECTPAY_START);
  mountToken(app, grants);
  mountRevoke(app, grants);
  return app;
}

function errorCallback({ redirectUrl, state, flowIdName }: AuthorizeRequest, error: string): string {
  return withQuery(redirectUrl, { error, state, [flowIdName]: FLOW_ID });
}
