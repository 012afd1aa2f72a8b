import type { Hono } from 'hono';
import { isJsonRequest, type RoleChoice, readBody, requireDauthProvider, userRolesV400 } from './bodies.ts';
import { ObpError } from './errors.ts';
import { type LoginDesk, logIn, type ObpEnv } from './login.ts';
import { CAN_CREATE_ENTITLEMENT, hasRole, type ObpUser } from './users.ts';
import { BANK_ID } from './views.ts';

/** The roles this sandbox knows, and whether each belongs to one bank. */
const ROLES: ReadonlyMap<string, 'bank' | 'system'> = new Map([
  [CAN_CREATE_ENTITLEMENT, 'system'],
  ['CanGetAnyUser', 'system'],
  ['CanCreateBank', 'system'],
  ['CanCreateAccount', 'bank'],
  ['CanCreateCustomer', 'bank'],
  ['CanCreateEntitlementAtOneBank', 'bank'],
]);

/** Adds the endpoint that makes a user and gives him roles. */
export function mountUserEntitlements(app: Hono<ObpEnv>, desk: LoginDesk): void {
  app.post('/obp/v4.0.0/user-entitlements', async (c) => {
    if (!isJsonRequest(c)) return c.notFound();
    const caller = await logIn(c, 'v4.0.0', desk);
    const body = await readBody(c, 'PostCreateUserWithRolesJsonV400', userRolesV400);
    requireDauthProvider(body.provider);
    for (const role of body.roles) requireRole(role);
    const user = desk.users.getOrCreate(body.provider, body.username);
    requireGrantable(caller, user, body.roles);
    const list = body.roles.map(({ role_name, bank_id }) => ({
      ...desk.users.entitle(user, role_name, bank_id),
      user_id: user.user_id,
    }));
    return c.json({ list }, 201);
  });
}

function requireRole({ bank_id, role_name }: RoleChoice): void {
  const kind = ROLES.get(role_name);
  if (kind === undefined) {
    throw new ObpError(400, 'OBP-10007', `${role_name}. Possible roles are ${[...ROLES.keys()].join(', ')}`);
  }
  if (kind === 'bank' && bank_id === '') throw new ObpError(400, 'OBP-30205');
  if (kind === 'system' && bank_id !== '') throw new ObpError(400, 'OBP-30206');
  if (kind === 'bank' && bank_id !== BANK_ID) {
    throw new ObpError(404, 'OBP-30001', `Current BankId is ${bank_id}`);
  }
}

/** Who may give any role must not give one twice; everybody else can give only what he has. */
function requireGrantable(caller: ObpUser, user: ObpUser, roles: readonly RoleChoice[]): void {
  const mayGiveAny = hasRole(caller, CAN_CREATE_ENTITLEMENT, '');
  const wrong = roles.filter(({ role_name, bank_id }) =>
    mayGiveAny ? hasRole(user, role_name, bank_id) : !hasRole(caller, role_name, bank_id),
  );
  if (wrong.length === 0) return;
  const names = wrong.map(({ role_name, bank_id }) => `(${role_name},${bank_id})`).join(',');
  if (mayGiveAny) throw new ObpError(400, 'OBP-30216', `user_id(${user.user_id}) ${names}`);
  const detail = `user_id(${caller.user_id}). The login user does not have the following roles: ${names}`;
  throw new ObpError(400, 'OBP-30220', detail);
}
