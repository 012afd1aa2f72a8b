import type { Context, Hono } from 'hono';
import { requireUser } from './access-v510.ts';
import { mayGrant, requireTarget } from './account-access.ts';
import { accessV400, isJsonRequest, readBody, requireDauthProvider, userAccessV400 } from './bodies.ts';
import { ObpError } from './errors.ts';
import { type LoginDesk, logIn, type ObpEnv } from './login.ts';
import type { ObpUser } from './users.ts';
import { ACCOUNT_ID, BANK_ID, type ObpView, viewJson } from './views.ts';

/** Adds the endpoints of version 4.0.0: no source view in the path, all views of the caller count. */
export function mountAccessV400(app: Hono<ObpEnv>, desk: LoginDesk): void {
  const path = '/obp/v4.0.0/banks/:bank/accounts/:account';

  app.post(`${path}/user-account-access`, async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const caller = await logIn(c, 'v4.0.0', desk);
    const body = await readBody(c, 'PostCreateUserAccountAccessJsonV400', userAccessV400);
    requireDauthProvider(body.provider);
    const ids = body.views.map(({ view_id }) => view_id);
    const sources = sourcesOf(c, desk, caller);
    if (!ids.every((id) => mayGrant(sources, id)))
      throw lacksPermission(403, `ViewIds(${ids.join('')})`, caller);
    const user = desk.users.getOrCreate(body.provider, body.username);
    const views = body.views.map(({ view_id, is_system }) => requireTarget(view_id, is_system));
    return c.json(
      views.map((view) => viewJson(desk.access.grant(user, view))),
      201,
    );
  });

  app.post(`${path}/account-access/grant`, async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const { user, target } = await readChange(c, desk);
    return c.json(viewJson(desk.access.grant(user, target)), 201);
  });

  app.post(`${path}/account-access/revoke`, async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const { user, target } = await readChange(c, desk);
    return c.json(desk.access.revoke(user, target), 201);
  });
}

async function readChange(c: Context<ObpEnv>, desk: LoginDesk): Promise<{ user: ObpUser; target: ObpView }> {
  const caller = await logIn(c, 'v4.0.0', desk);
  const { user_id, view } = await readBody(c, 'PostAccountAccessJsonV400', accessV400);
  if (!mayGrant(sourcesOf(c, desk, caller), view.view_id)) {
    throw lacksPermission(400, `ViewId(${view.view_id})`, caller);
  }
  return { user: requireUser(desk, user_id), target: requireTarget(view.view_id, view.is_system) };
}

/** An unknown bank or account is one at which the caller has no view. */
function sourcesOf(c: Context<ObpEnv>, { access }: LoginDesk, caller: ObpUser): ObpView[] {
  const isKnown = c.req.param('bank') === BANK_ID && c.req.param('account') === ACCOUNT_ID;
  return isKnown ? access.viewsOf(caller) : [];
}

/** Grant and revoke answer 400, creating a user 403; all three with the code for grants. */
function lacksPermission(status: 400 | 403, what: string, { user_id }: ObpUser): ObpError {
  return new ObpError(status, 'OBP-20047', `Current ${what} and current UserId(${user_id})`);
}
