import type { Context, Hono } from 'hono';
import { mayGrant, requireTarget } from './account-access.ts';
import { accessV510, isJsonRequest, readBody, requireDauthProvider, userAccessV510 } from './bodies.ts';
import { ObpError } from './errors.ts';
import { type LoginDesk, logIn, type ObpEnv } from './login.ts';
import type { ObpUser } from './users.ts';
import { ACCOUNT_ID, BANK_ID, findView, isCustomViewId, type ObpView, viewJson } from './views.ts';

/** Adds the endpoints of version 5.1.0: the path names the source view, the body the target. */
export function mountAccessV510(app: Hono<ObpEnv>, desk: LoginDesk): void {
  const path = '/obp/v5.1.0/banks/:bank/accounts/:account/views/:view';

  app.post(`${path}/user-account-access`, async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const source = await enter(c, desk);
    const body = await readBody(c, 'PostCreateUserAccountAccessJsonV510', userAccessV510);
    requireDauthProvider(body.provider);
    requirePermission(source, body.view_id, ['OBP-20084', 'OBP-20085']);
    const user = desk.users.getOrCreate(body.provider, body.username);
    return c.json(viewJson(desk.access.grant(user, requireTarget(body.view_id))), 201);
  });

  app.post(`${path}/account-access/grant`, async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const source = await enter(c, desk);
    const body = await readBody(c, 'PostAccountAccessJsonV510', accessV510);
    requirePermission(source, body.view_id, ['OBP-20084', 'OBP-20085']);
    const user = requireUser(desk, body.user_id);
    return c.json(viewJson(desk.access.grant(user, requireTarget(body.view_id))), 201);
  });

  app.post(`${path}/account-access/revoke`, async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const source = await enter(c, desk);
    const body = await readBody(c, 'PostAccountAccessJsonV510', accessV510);
    requirePermission(source, body.view_id, ['OBP-20086', 'OBP-20087']);
    const user = requireUser(desk, body.user_id);
    return c.json(desk.access.revoke(user, requireTarget(body.view_id)), 201);
  });
}

/** What OBP checks before it looks at the body: the caller, bank, account and source view. */
async function enter(c: Context<ObpEnv>, desk: LoginDesk): Promise<ObpView> {
  const caller = await logIn(c, 'v5.1.0', desk);
  const { bank = '', account = '', view = '' } = c.req.param();
  if (bank !== BANK_ID) throw new ObpError(404, 'OBP-30001', `Current BankId is ${bank}`);
  if (account !== ACCOUNT_ID) {
    const detail = `Current BankId is ${bank} and Current AccountId is ${account}`;
    throw new ObpError(404, 'OBP-30018', detail);
  }
  const source = desk.access.has(caller, view) ? findView(view) : undefined;
  if (source === undefined) throw new ObpError(403, 'OBP-20017', `Current ViewId is ${view}`);
  return source;
}

type PermissionCode = 'OBP-20084' | 'OBP-20085' | 'OBP-20086' | 'OBP-20087';

function requirePermission(
  source: ObpView,
  target: string,
  [system, custom]: readonly [PermissionCode, PermissionCode],
): void {
  if (mayGrant([source], target)) return;
  const detail = `Current source viewId(${source.id}) and target viewId (${target})`;
  throw new ObpError(403, isCustomViewId(target) ? custom : system, detail);
}

/** The user whom a body names by id. */
export function requireUser({ users }: LoginDesk, id: string): ObpUser {
  const user = users.find(id);
  if (user === undefined) throw new ObpError(404, 'OBP-20005', `Current USER_ID(${id})`);
  return user;
}
