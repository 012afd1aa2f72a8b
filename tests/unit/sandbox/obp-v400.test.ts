import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_USER_ID } from '../../sandbox/obp/users.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { obpError, put } from './support/dauth.ts';
import { AS_HOLDER, ObpCalls } from './support/obp-calls.ts';

const GRANT = 'account-access/grant';
const REVOKE = 'account-access/revoke';
const CREATE = 'user-account-access';
const LACKS =
  'OBP-20047: If target viewId is system view,  the current view.can_grant_access_to_views does not contains it. Or' +
  'if target viewId is custom view, the current view.can_grant_access_to_custom_views is false.';

let sandbox: Sandbox;
let calls: ObpCalls;
let stranger: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['obp'] });
  calls = await ObpCalls.at(sandbox);
  await put(`${sandbox.urls.obp}/sandbox/settings`, { account_holder: 'nobody' });
  stranger = await calls.as('0x999');
});
afterAll(() => sandbox.stop());

const choice = (view_id: string, is_system = true): unknown => {
  return { user_id: SAMPLE_USER_ID, view: { view_id, is_system } };
};
const contract = (...views: unknown[]): unknown => {
  return { username: '0xabc', provider: 'dauth.ETHEREUM', views };
};
const CUSTOM = { view_id: '_life', is_system: false };
const SYSTEM = { view_id: 'accountant', is_system: true };

describe('version 4.0.0', () => {
  it('makes a user with access to several views, as a list', async () => {
    const answer = await calls.v400(CREATE, contract(SYSTEM, CUSTOM));
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body)).toMatchObject([{ id: 'accountant' }, { id: '_life' }]);
  });

  it('grants and revokes', async () => {
    const granted = await calls.v400(GRANT, choice('auditor'));
    expect(granted.status).toBe(201);
    expect(JSON.parse(granted.body)).toMatchObject({ id: 'auditor' });
    const revoked = await calls.v400(REVOKE, choice('auditor'));
    expect(revoked.status).toBe(201);
    expect(JSON.parse(revoked.body)).toEqual({ revoked: true });
    expect(obpError(await calls.v400(REVOKE, choice('auditor')))).toEqual([
      400,
      'OBP-30064: Cannot revoke account access. Current ViewId is auditor <- OBP-30065: Cannot find account access.',
    ]);
  });

  it.each([
    [CREATE, { username: 'a', provider: 'dauth.E', view_id: 'owner' }, 'PostCreateUserAccountAccessJsonV400'],
    [
      CREATE,
      { username: 'a', provider: 'dauth.E', views: [{ view_id: 'owner' }] },
      'PostCreateUserAccountAccessJsonV400',
    ],
    [GRANT, { user_id: SAMPLE_USER_ID, view_id: 'owner' }, 'PostAccountAccessJsonV400'],
    [REVOKE, { user_id: SAMPLE_USER_ID, view: { view_id: 'owner' } }, 'PostAccountAccessJsonV400'],
  ])('does not take the body of version 5.1.0 for %s, %j', async (endpoint, body, name) => {
    expect(obpError(await calls.v400(endpoint, body))).toEqual([
      400,
      `OBP-10001: Incorrect json format. The Json body should be the ${name}`,
    ]);
  });

  it('needs a login and a dauth provider', async () => {
    for (const endpoint of [CREATE, GRANT, REVOKE]) {
      expect(obpError(await calls.v400(endpoint, {}, {}, {}))[0]).toBe(401);
    }
    const other = { username: 'a', provider: 'ETHEREUM', views: [SYSTEM] };
    expect(obpError(await calls.v400(CREATE, other))).toEqual([
      400,
      "OBP-20103: Invalid DAuth User Provider. The user.provider must be start with 'dauth.'",
    ]);
  });

  it.each([
    [GRANT, choice('owner'), 400, 'ViewId(owner)'],
    [REVOKE, choice('_life', false), 400, 'ViewId(_life)'],
    [CREATE, contract(SYSTEM, CUSTOM), 403, 'ViewIds(accountant_life)'],
  ])('refuses %s by a user without views', async (endpoint, body, status, what) => {
    const id = await calls.userId(stranger);
    expect(obpError(await calls.v400(endpoint, body, {}, stranger))).toEqual([
      status,
      `${LACKS} Current ${what} and current UserId(${id})`,
    ]);
  });

  it('takes an unknown bank for one without views', async () => {
    expect(obpError(await calls.v400(GRANT, choice('owner'), { bank: 'x' }))[1]).toMatch(/^OBP-20047: /);
    expect(obpError(await calls.v400(GRANT, choice('owner'), { account: 'x' }))[1]).toMatch(/^OBP-20047: /);
  });

  it('believes is_system', async () => {
    expect(obpError(await calls.v400(GRANT, choice('owner', false)))).toEqual([
      400,
      'OBP-30005: View not found for Account. Please specify a valid value for VIEW_ID. Current ViewId is owner',
    ]);
    expect(obpError(await calls.v400(GRANT, choice('_life', true)))).toEqual([
      400,
      'OBP-30252: System view not found. Please specify a valid value for VIEW_ID. Current ViewId is _life',
    ]);
    const body = { user_id: 'x', view: SYSTEM };
    expect(obpError(await calls.v400(GRANT, body))[1]).toMatch(/^OBP-20005: /);
  });
});

describe('a user with roles', () => {
  const roles = [
    { bank_id: 'gh.29.uk', role_name: 'CanCreateAccount' },
    { bank_id: '', role_name: 'CanGetAnyUser' },
  ];
  const user = (username: string, wanted: unknown = roles): unknown => {
    return { username, provider: 'dauth.ETHEREUM', roles: wanted };
  };

  it('is made once', async () => {
    const answer = await calls.entitlements(user('0x1'));
    expect(answer.status).toBe(201);
    const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(answer.body)).toEqual({
      list: roles.map((role) => ({ ...role, entitlement_id: uuid, user_id: uuid })),
    });
    const again = await calls.entitlements(user('0x1'));
    const { list } = JSON.parse(answer.body) as { list: { user_id: string }[] };
    expect(obpError(again)).toEqual([
      400,
      `OBP-30216: Entitlement already exists for the user. user_id(${list[0]?.user_id}) (CanCreateAccount,gh.29.uk),(CanGetAnyUser,)`,
    ]);
  });

  it.each([
    [{ bank_id: '', role_name: 'CanCreateAccount' }, 400, /^OBP-30205: /],
    [{ bank_id: 'gh.29.uk', role_name: 'CanGetAnyUser' }, 400, /^OBP-30206: /],
    [{ bank_id: 'x', role_name: 'CanCreateAccount' }, 404, /^OBP-30001: /],
    [{ bank_id: '', role_name: 'CanDoAnything' }, 400, /^OBP-10007: Incorrect Role name: CanDoAnything\./],
    [{ bank_id: '' }, 400, /^OBP-10001: .* PostCreateUserWithRolesJsonV400$/],
  ])('cannot have the role %j', async (role, status, message) => {
    expect(obpError(await calls.entitlements(user('0x2', [role])))).toEqual([
      status,
      expect.stringMatching(message),
    ]);
  });

  it('is made by somebody who has the roles, with a dauth provider', async () => {
    const id = await calls.userId(stranger);
    expect(obpError(await calls.entitlements(user('0x3'), stranger))).toEqual([
      400,
      `OBP-30220: Entitlement cannot be granted. user_id(${id}). The login user does not have the following roles: (CanCreateAccount,gh.29.uk),(CanGetAnyUser,)`,
    ]);
    expect((await calls.entitlements(user('0x999'), AS_HOLDER)).status).toBe(201);
    expect((await calls.entitlements(user('0x3'), stranger)).status).toBe(201);
    const other = { username: 'a', provider: 'ETHEREUM', roles };
    expect(obpError(await calls.entitlements(other))[1]).toMatch(/^OBP-20103: /);
    expect(obpError(await calls.entitlements(user('0x3'), {}))[0]).toBe(401);
  });
});
