import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { BoundedMap } from '../bounded-map.ts';
import { isObject, parseJson } from '../jwk-sets.ts';
import { type Html, page } from '../page.ts';
import { parseUrl, withQuery } from '../params.ts';
import { endedPage, loginPage, mountSignIn, readForm, type SignIn } from '../sign-in.ts';
import { type Transaction, Transactions } from '../transactions.ts';
import { findClient } from './clients.ts';
import { requireRequestId } from './credentials.ts';
import { refuse } from './errors.ts';
import type { Grant, Grants } from './grants.ts';
import { PROVIDER } from './pages.ts';

/** Where a secured authorization begins. */
export const CODE_PATH = '/auth/v1/oauth2/code';

/** The flow that it runs. */
export const CONSENT_FLOW_ID = 'CreateAndAuthorizePSD2AISConsent';

const VERSION = 'application/json;version=2';
const PATH = '/auth/secured';

/** What the person is asked to agree to. */
interface ConsentRequest {
  readonly redirectUri: string;
}

/** Opens a one-time page; undefined when the nonce is unknown or was used. */
export type OpenSecuredPage = (c: Context, nonce: string) => Response | Promise<Response>;

/** Adds the newer form: a POST that answers with a page for one visit, and that page. */
export function mountSecuredAuthorization(app: Hono, origin: string, grants: Grants): OpenSecuredPage {
  const waiting = new BoundedMap<ConsentRequest>();
  const transactions = new Transactions<ConsentRequest>();
  const signIn: SignIn<ConsentRequest> = {
    provider: PROVIDER,
    path: PATH,
    factor: 'SMS code',
    transactions,
    consent: agreePage,
    refused: ({ request }) => failed(request),
  };

  app.post(CODE_PATH, async (c) => {
    if (c.req.header('accept')?.replaceAll(' ', '') !== VERSION) {
      return refuse(c, 406, 'invalid_request', `The header Accept must be ${VERSION}.`);
    }
    const grant = requireRequestId(c) ?? requireGrant(c, grants);
    if (grant instanceof Response) return grant;
    if (!c.req.header('content-type')?.startsWith('application/json')) {
      return refuse(c, 400, 'invalid_request', 'Content-Type must be application/json.');
    }
    const redirectUri = readRedirectUri(await c.req.text(), grant);
    if (redirectUri instanceof Error) return refuse(c, 400, 'invalid_request', redirectUri.message);
    const nonce = randomUUID();
    waiting.set(nonce, { redirectUri });
    const web = {
      flowId: CONSENT_FLOW_ID,
      ApplicationId: grant.clientId,
      redirectUrl: redirectUri,
      nonce,
    };
    return c.json({ _links: { scaRedirect: { href: withQuery(`${origin}/auth/redirect`, web) } } });
  });

  mountSignIn(app, signIn);

  app.post(`${PATH}/consent`, async (c) => {
    const form = await readForm(c);
    const transaction = transactions.at('consent', form.get('transaction'));
    if (transaction === undefined) return c.html(endedPage(PROVIDER), 400);
    transaction.stage = 'login';
    const { request } = transaction;
    return c.redirect(form.get('decision') === 'grant' ? request.redirectUri : failed(request), 302);
  });

  return (c, nonce) => {
    const request = waiting.take(nonce);
    if (request === undefined) return c.html(endedPage(PROVIDER), 400);
    return c.html(loginPage(signIn, transactions.begin(request).id));
  };
}

const failed = ({ redirectUri }: ConsentRequest): string =>
  withQuery(redirectUri, { error: 'access_denied' });

function requireGrant(c: Context, grants: Grants): Grant | Response {
  const [scheme, token = ''] = c.req.header('authorization')?.split(' ') ?? [];
  const grant = scheme?.toLowerCase() === 'bearer' ? grants.ofAccessToken(token) : 'unknown';
  if (typeof grant !== 'string') return grant;
  c.header('WWW-Authenticate', 'Bearer realm="ConnectPay sandbox"');
  const why = grant === 'expired' ? 'The access token has expired.' : 'Send an access token as Bearer token.';
  return refuse(c, 401, 'invalid_token', why);
}

function readRedirectUri(text: string, { clientId }: Grant): string | Error {
  const body = parseJson(text);
  if (!isObject(body)) return new Error('The body must be a JSON object.');
  if (body.flowId !== CONSENT_FLOW_ID) return new Error(`flowId must be ${CONSENT_FLOW_ID}.`);
  const redirectUri = body['TPP-Redirect-URI'];
  const url = typeof redirectUri === 'string' ? parseUrl(redirectUri) : undefined;
  if (typeof redirectUri !== 'string' || url === undefined || redirectUri.includes('#')) {
    return new Error('TPP-Redirect-URI is required and must be an absolute URL without a fragment.');
  }
  if (findClient(clientId)?.hostnames.includes(url.hostname) !== true) {
    return new Error('The hostname of TPP-Redirect-URI is not registered for this client.');
  }
  const address = body['PSU-IP-Address'];
  if (typeof address !== 'string' || isIP(address) === 0) {
    return new Error('PSU-IP-Address is required and must be an IPv4 or IPv6 address.');
  }
  return redirectUri;
}

function agreePage({ id }: Transaction<ConsentRequest>): Html {
  return page({
    provider: PROVIDER,
    title: 'Allow account information for 90 days',
    body: html`<form method="post" action="${PATH}/consent">
<input type="hidden" name="transaction" value="${id}">
<div class="buttons"><button id="grant" name="decision" value="grant">Allow</button>
<button id="deny" name="decision" value="deny" class="second">Deny</button></div>
</form>`,
  });
}
